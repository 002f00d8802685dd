package vn.lantoa.common;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The channels this installation has, in the order screens show them.
public final class Channels {

  private static final List<Channel> SHOWN_FIRST =
      List.of(
          Channel.SMS,
          Channel.EMAIL,
          Channel.ZALO,
          Channel.FACEBOOK,
          Channel.TELEGRAM,
          Channel.PORTAL,
          Channel.RADIO);

  private final Map<Channel, ChannelSettings> settings;

  public Channels(Map<String, ChannelSettings> byKey) {
    settings =
        new TreeMap<>(
            java.util.Comparator.<Channel>comparingInt(Channels::position)
                .thenComparing(java.util.Comparator.naturalOrder()));
    byKey.forEach((key, value) -> settings.put(new Channel(key), value));
  }

  /// All that a campaign may choose.
  public List<Channel> enabled() {
    return settings.entrySet().stream()
        .filter(entry -> entry.getValue().enabled())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// All that are configured, enabled or not.
  public List<Channel> all() {
    return List.copyOf(settings.keySet());
  }

  /// @throws Refusal when no such channel is configured
  public ChannelSettings of(Channel channel) {
    var found = settings.get(channel);
    if (found == null) {
      throw new Refusal("channel.unknown", channel.key());
    }
    return found;
  }

  /// The one that somebody names, who may name what there is not.
  ///
  /// @throws Refusal `channel.unknown`
  public Channel named(String key) {
    return among(all(), key);
  }

  /// As [#named], where only some are meant.
  ///
  /// @throws Refusal `channel.unknown`
  public static Channel among(Collection<Channel> some, String key) {
    return some.stream()
        .filter(channel -> channel.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refusal("channel.unknown", key));
  }

  private static int position(Channel channel) {
    int position = SHOWN_FIRST.indexOf(channel);
    return position < 0 ? SHOWN_FIRST.size() : position;
  }
}
