package vn.lantoa.common;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Whom an address stands for: of IPv6 a household or an office has the first 64 bits (RFC 6177),
/// and may change the rest at each request.
public final class NetworkAddress {

  private static final int GROUPS = 8;
  private static final int OF_A_SITE = 4;

  private NetworkAddress() {}

  /// @param address as the server says it: of IPv4, or of IPv6 with or without `::`
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    var halves = address.replaceFirst("%.*", "").split("::", 2);
    var first = groups(halves[0]);
    var last = halves.length == 1 ? new String[0] : groups(halves[1]);
    var all = new String[GROUPS];
    Arrays.fill(all, "0");
    System.arraycopy(first, 0, all, 0, Math.min(first.length, GROUPS));
    System.arraycopy(
        last, 0, all, Math.max(0, GROUPS - last.length), Math.min(last.length, GROUPS));
    return Arrays.stream(all).limit(OF_A_SITE).collect(Collectors.joining(":"));
  }

  private static String[] groups(String half) {
    return half.isEmpty() ? new String[0] : half.split(":");
  }
}
