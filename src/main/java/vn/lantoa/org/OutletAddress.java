package vn.lantoa.org;

import java.util.Map;
import java.util.regex.Pattern;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;

/// What a channel calls the places one publishes on. A portal column becomes part of a web address,
/// the others part of a request to the provider.
public final class OutletAddress {

  private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z0-9._-]{2,64}");

  private static final Map<Channel, Pattern> FORMS =
      Map.of(
          Channel.PORTAL, Pattern.compile("[a-z0-9-]{2,60}"),
          Channel.FACEBOOK, Pattern.compile("[0-9]{5,30}"),
          Channel.TELEGRAM, Pattern.compile("-?[0-9]{5,20}|@[A-Za-z0-9_]{5,32}"));

  private OutletAddress() {}

  /// @throws Refusal `outlet.address-wrong`
  public static void check(Channel channel, String address) {
    if (!FORMS.getOrDefault(channel, ELSEWHERE).matcher(address).matches()) {
      throw new Refusal("outlet.address-wrong", address);
    }
  }
}
