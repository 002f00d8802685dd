package vn.lantoa.channel;

import java.util.Map;
import java.util.Optional;
import vn.lantoa.delivery.Outcomes;

/// What the SMS provider reports later, by calling us.
public interface SmsReceipts {

  /// Whether the call was signed with the secret of our account.
  ///
  /// @param path of our public address, with the query if there was one
  boolean isGenuine(String path, Map<String, String> form, String signature);

  /// Empty when it says nothing that we did not know: queued, sending.
  Optional<Outcomes.Receipt> read(Map<String, String> form);
}
