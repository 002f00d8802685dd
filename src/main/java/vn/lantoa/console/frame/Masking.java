package vn.lantoa.console.frame;

import vn.lantoa.common.Channel;
import vn.lantoa.common.PhoneNumber;

/// Addresses as lists show them: enough to recognise somebody, not enough to take down.
public final class Masking {

  private Masking() {}

  public static String address(Channel channel, String address) {
    if (!channel.equals(Channel.SMS)) {
      return address;
    }
    return PhoneNumber.parse(address).map(PhoneNumber::masked).orElse("•••");
  }
}
