package vn.lantoa.console.frame;

import vn.lantoa.common.Channel;
import vn.lantoa.common.PhoneNumber;

/// Addresses as lists show them: enough to recognise somebody, not enough to take down.
public final class Masking {

  private Masking() {}

  public static String address(Channel channel, String address) {
    if (channel.equals(Channel.EMAIL)) {
      return email(address);
    }
    if (!channel.equals(Channel.SMS) || isErased(address)) {
      return address;
    }
    return PhoneNumber.parse(address).map(PhoneNumber::masked).orElse("•••");
  }

  /// The first letter and where the mailbox is.
  private static String email(String address) {
    int at = address.lastIndexOf('@');
    return at > 0 ? address.substring(0, 1) + "•••" + address.substring(at) : address;
  }

  /// A word stands in place of an address that was erased.
  private static boolean isErased(String address) {
    return address.chars().noneMatch(Character::isDigit);
  }
}
