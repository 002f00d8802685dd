package vn.lantoa.audience;

import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;

/// What makes a row of an import the same person again within a unit: the unit's own code, else the
/// phone, else the e-mail, else any address. A phone alone is not enough where a family shares one,
/// so the name goes with it. Another unit may know the same person: it has a row of its own.
final class DedupeKey {

  private DedupeKey() {}

  static String of(NewRecipient recipient) {
    if (!recipient.code().isBlank()) {
      return "code:" + recipient.unitId() + ":" + recipient.code().strip();
    }
    var address = recipient.addresses().get(Channel.SMS);
    if (address == null) {
      address = recipient.addresses().get(Channel.EMAIL);
    }
    if (address == null) {
      address = recipient.addresses().values().stream().sorted().findFirst().orElse("");
    }
    return address + ":" + recipient.name();
  }

  /// The code in a key; empty when it is made of something else.
  static String code(String key) {
    return key.startsWith("code:") ? key.substring(key.indexOf(':', 5) + 1) : "";
  }
}
