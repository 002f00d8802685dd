package vn.lantoa.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.delivery.DeliveryStatus;

class TwilioReceiptsTest {

  // From Twilio's own tests.
  private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final Map<String, String> FORM =
      Map.of(
          "Digits", "1234",
          "CallSid", "CA1234567890ABCDE",
          "To", "+18005551212",
          "Caller", "+14158675309",
          "From", "+14158675309");

  private final TwilioReceipts receipts = receipts("12345");

  @Test
  void knowsTwiliosSignature() {
    assertThat(receipts.isGenuine("/myapp.php?foo=1&bar=2", FORM, SIGNATURE)).isTrue();
  }

  @Test
  void refusesAnythingElse() {
    var changed = new HashMap<>(FORM);
    changed.put("Digits", "1235");

    assertThat(receipts.isGenuine("/myapp.php?foo=1&bar=2", changed, SIGNATURE)).isFalse();
    assertThat(receipts.isGenuine("/other.php?foo=1&bar=2", FORM, SIGNATURE)).isFalse();
    assertThat(receipts.isGenuine("/myapp.php?foo=1&bar=2", FORM, "")).isFalse();
    assertThat(receipts("other").isGenuine("/myapp.php?foo=1&bar=2", FORM, SIGNATURE)).isFalse();
  }

  @Test
  void trustsNobodyWithoutAToken() {
    assertThat(receipts("").isGenuine("/myapp.php?foo=1&bar=2", FORM, SIGNATURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sent, SENT",
    "delivered, DELIVERED",
    "undelivered, UNDELIVERED",
    "failed, FAILED",
  })
  void readsTheStatus(String said, DeliveryStatus expected) {
    var receipt =
        receipts.read(Map.of("MessageStatus", said, "MessageSid", "SM1", "ErrorCode", "30005"));

    assertThat(receipt)
        .hasValueSatisfying(read -> assertThat(read.status()).isEqualTo(expected))
        .hasValueSatisfying(read -> assertThat(read.providerRef()).isEqualTo("SM1"));
  }

  @Test
  void saysWhyItDidNotArrive() {
    var receipt = receipts.read(Map.of("MessageStatus", "undelivered", "ErrorCode", "30003"));

    assertThat(receipt.orElseThrow().reason()).contains("ngoài vùng phủ sóng").contains("30003");
  }

  @ParameterizedTest
  @CsvSource({"queued", "sending", "accepted", "something-new"})
  void learnsNothingFromTheRest(String said) {
    assertThat(receipts.read(Map.of("MessageStatus", said))).isEmpty();
  }

  private static TwilioReceipts receipts(String token) {
    var account =
        new TwilioAccount(
            URI.create("https://api.twilio.com"), "AC1", new Secret(token), "", "", true);
    return new TwilioReceipts(
        TwilioAccounts.only(account), new TwilioStatuses(), "https://mycompany.com/");
  }
}
