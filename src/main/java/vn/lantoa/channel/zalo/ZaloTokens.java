package vn.lantoa.channel.zalo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.ProviderRequest;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.database.DurableFile;

/// The access token that is good now. Zalo's refresh token is good once and gives the next pair; a
/// pair that is lost loses the account until a person links it again. So one refresh at a time, and
/// the new pair is on the disk before anybody uses it. One node only: two with a folder each would
/// use the same refresh token twice.
class ZaloTokens {

  private final ZaloAccount account;
  private final ProviderHttp http;
  private final Path file;
  private Pair now;

  ZaloTokens(ZaloAccount account, ProviderHttp http, Path file) {
    this.account = account;
    this.http = http;
    this.file = file;
    now = kept().orElseGet(() -> new Pair(account.accessToken(), account.refreshToken()));
  }

  /// Empty when there is none yet: refresh first.
  synchronized Secret access() {
    return now.access();
  }

  /// Renews the pair, unless another thread did since this token was seen to be refused.
  ///
  /// @return empty when it went well, else why not
  synchronized Optional<String> renew(Secret refused) {
    if (!now.access().equals(refused)) {
      return Optional.empty();
    }
    if (!account.canRefresh()) {
      return Optional.of("refresh-token");
    }
    var reply = http.ask(request(now.refresh()));
    if (!(reply instanceof Answer answer)) {
      return Optional.of("http");
    }
    var body = Json.read(answer.body());
    var access = body.path("access_token").asString("");
    var refresh = body.path("refresh_token").asString("");
    if (access.isEmpty() || refresh.isEmpty()) {
      return Optional.of(body.path("error").asString("http-" + answer.status()));
    }
    now = new Pair(new Secret(access), new Secret(refresh));
    keep(now);
    return Optional.empty();
  }

  private ProviderRequest request(Secret refresh) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("app_id", account.appId());
    form.put("refresh_token", refresh.value());
    return ProviderRequest.form(
        account.oauthUrl(),
        "/v4/oa/access_token",
        Map.of("secret_key", account.appSecret().value()),
        form);
  }

  private Optional<Pair> kept() {
    try {
      var lines = Files.readAllLines(file, UTF_8);
      // A refresh token in the settings that is not the one we started from was put there by a
      // person, who linked the account again.
      return lines.size() == 3 && lines.getFirst().equals(origin())
          ? Optional.of(new Pair(new Secret(lines.get(1)), new Secret(lines.get(2))))
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(Pair pair) {
    var text = String.join("\n", List.of(origin(), pair.access().value(), pair.refresh().value()));
    try {
      DurableFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String origin() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(account.refreshToken().value().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private record Pair(Secret access, Secret refresh) {}
}
