package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What Twilio says later about a text message, signed with the token of the account. The signature
/// is worked out here anew and not by Twilio's library, so that the two check each other.
///
/// @param url where it was asked to say so
public record TwilioReport(String url, Map<String, String> form) {

  /// As long as Twilio waits for an answer.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  public static TwilioReport of(String url, String sid, String to, String status) {
    var form = new TreeMap<String, String>();
    form.put("MessageSid", sid);
    form.put("SmsSid", sid);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("MessagingServiceSid", TwilioStandIn.SERVICE);
    form.put("To", to);
    form.put("MessageStatus", status);
    form.put("SmsStatus", status);
    form.put("ApiVersion", "2010-04-01");
    return new TwilioReport(url, form);
  }

  /// @param code why it did not arrive, in Twilio's numbers
  TwilioReport because(String code) {
    var more = new TreeMap<>(form);
    more.put("ErrorCode", code);
    return new TwilioReport(url, more);
  }

  public HttpRequest request() {
    return request(URI.create(url));
  }

  /// The same, brought to another node than the one the address leads to.
  public HttpRequest request(URI node) {
    return HttpRequest.newBuilder(node)
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", signature())
        .POST(HttpRequest.BodyPublishers.ofString(Forms.write(form)))
        .build();
  }

  private String signature() {
    var text = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TwilioStandIn.TOKEN.value().getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1", e);
    }
  }
}
