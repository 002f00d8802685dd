package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What a provider is asked: by which address, with which headers, to take what.
///
/// @param base from the settings; nothing is ever asked but below it
/// @param path starts with a slash, already encoded
/// @param contentType empty: nothing is handed over, something is asked for
public record ProviderRequest(
    URI base, String path, Map<String, String> headers, String contentType, String body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  /// Asks for something.
  public static ProviderRequest get(URI base, String path, Map<String, String> headers) {
    return new ProviderRequest(base, path, headers, "", "");
  }

  public static ProviderRequest json(
      URI base, String path, Map<String, String> headers, Object body) {
    return new ProviderRequest(base, path, headers, "application/json", Json.write(body));
  }

  public static ProviderRequest form(
      URI base, String path, Map<String, String> headers, SequencedMap<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return form(base, path, headers, body);
  }

  /// @param body already encoded
  public static ProviderRequest form(
      URI base, String path, Map<String, String> headers, String body) {
    return new ProviderRequest(base, path, headers, FORM, body);
  }

  /// As most providers want to be shown who asks; in an address the token would end up in logs.
  public static Map<String, String> bearer(Secret token) {
    return Map.of("Authorization", "Bearer " + token.value());
  }

  boolean handsOver() {
    return !contentType.isEmpty();
  }
}
