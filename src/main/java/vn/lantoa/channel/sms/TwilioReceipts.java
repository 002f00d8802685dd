package vn.lantoa.channel.sms;

import com.twilio.security.RequestValidator;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.delivery.Outcomes;

/// Twilio's status callbacks. They come in any order, more than once, and with new fields without
/// notice.
@Component
class TwilioReceipts implements SmsReceipts {

  private final TwilioAccounts accounts;
  private final TwilioStatuses statuses;
  private final String publicUrl;

  TwilioReceipts(
      TwilioAccounts accounts,
      TwilioStatuses statuses,
      @Value("${lantoa.public-url}") String publicUrl) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  @Override
  public boolean isGenuine(String path, Map<String, String> form, String signature) {
    // Our own public address and not the one of the request: behind a proxy those differ, and a
    // caller could choose the latter.
    return accounts.byName().values().stream()
        .map(account -> account.authToken())
        .filter(token -> !token.isEmpty())
        .anyMatch(token ->
            new RequestValidator(token.value()).validate(publicUrl + path, form, signature));
  }

  @Override
  public Optional<Outcomes.Receipt> read(Map<String, String> form) {
    return statuses.receipt(
        form.getOrDefault("MessageStatus", ""),
        form.getOrDefault("MessageSid", ""),
        form.getOrDefault("ErrorCode", ""),
        form.get("ErrorMessage"));
  }
}
