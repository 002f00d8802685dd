package vn.lantoa.privacy;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

public final class PrivacyExamples {

  private PrivacyExamples() {}

  public static ForgottenPeople forgotten(JdbcClient jdbc) {
    return new ForgottenPeople(jdbc, PrivacyExamples::sign);
  }

  private static byte[] sign(String purpose, byte[] content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
      mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
