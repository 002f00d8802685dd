package vn.lantoa.common;

import java.util.regex.Pattern;

/// A way a message leaves, named by its key (`sms`, `email`, …). The key is the name of its route
/// (`direct:deliver-<key>`), of its block under `lantoa.channels`, and of its column in reports. A
/// value and not an enum, because an integrator adds a channel by a route file and a few settings,
/// without Java.
public record Channel(String key) implements Comparable<Channel> {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,30}");

  public static final Channel SMS = new Channel("sms");
  public static final Channel EMAIL = new Channel("email");
  public static final Channel FACEBOOK = new Channel("facebook");
  public static final Channel ZALO = new Channel("zalo");
  public static final Channel TELEGRAM = new Channel("telegram");
  public static final Channel PORTAL = new Channel("portal");
  public static final Channel RADIO = new Channel("radio");

  public Channel {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "A channel key is 2 to 31 lower-case letters, digits and hyphens: " + key);
    }
  }

  @Override
  public int compareTo(Channel other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}
