package vn.lantoa.org;

import java.util.Map;
import java.util.regex.Pattern;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;

/// What a channel calls the places one publishes on. A portal column becomes part of a web address,
/// the others part of a request to the provider.
public final class OutletAddress {

  /// No number has two spellings: nobody registers the page of another under a second one.
  private static final Pattern ELSEWHERE = Pattern.compile("(?!0)[A-Za-z0-9._-]{2,64}");

  private static final Map<Channel, Pattern> FORMS =
      Map.of(
          Channel.PORTAL, Pattern.compile("[a-z0-9-]{2,60}"),
          Channel.FACEBOOK, Pattern.compile("[1-9][0-9]{4,29}"),
          // Its public name (@…) would be a second one.
          Channel.TELEGRAM, Pattern.compile("-?[1-9][0-9]{4,19}"));

  private OutletAddress() {}

  /// @throws Refusal `outlet.address-wrong`
  public static void check(Channel channel, String address) {
    if (!FORMS.getOrDefault(channel, ELSEWHERE).matcher(address).matches()) {
      throw new Refusal("outlet.address-wrong", address);
    }
  }
}
