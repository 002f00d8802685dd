package vn.lantoa.audience;

import java.util.Map;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;

/// A person as known, to be compared with a person as given.
///
/// @param addresses channel → address
/// @param consented whether consent is on record for every address
record Known(
    long id,
    long unitId,
    String name,
    String audience,
    boolean removed,
    Map<Channel, String> addresses,
    boolean consented) {

  /// What is left out says nothing.
  ///
  /// @param moving whether the unit that is given counts
  boolean says(NewRecipient given, boolean moving) {
    return (unitId == given.unitId() || !moving)
        && name.equals(given.name())
        && audience.equals(given.audience())
        && addresses.entrySet().containsAll(given.addresses().entrySet())
        && (consented || given.consentSource().isBlank());
  }

  Known withoutConsent() {
    return new Known(id, unitId, name, audience, removed, addresses, false);
  }
}
