package vn.lantoa.audience;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// A person as known, to be compared with a person as given.
///
/// @param addresses channel → address
/// @param agreed what every address has consent to; null: one has none
record Known(
    long id,
    long unitId,
    String name,
    String audience,
    boolean removed,
    Map<Channel, String> addresses,
    @Nullable Purpose agreed) {

  /// What is left out says nothing.
  ///
  /// @param moving whether the unit that is given counts
  boolean says(NewRecipient given, boolean moving) {
    return (unitId == given.unitId() || !moving)
        && name.equals(given.name())
        && audience.equals(given.audience())
        && addresses.entrySet().containsAll(given.addresses().entrySet())
        && (given.consentSource().isBlank()
            || agreed != null && agreed.compareTo(given.purpose()) >= 0);
  }

  /// With one more address.
  ///
  /// @param to what it has consent to; null: nothing
  Known and(Channel channel, String address, @Nullable Purpose to) {
    addresses.put(channel, address);
    var least = agreed == null || to == null ? null : agreed.compareTo(to) < 0 ? agreed : to;
    return new Known(id, unitId, name, audience, removed, addresses, least);
  }
}
