package vn.lantoa.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import vn.lantoa.delivery.ChannelAccounts;

/// The Twilio accounts text messages may go by, by name; the main one first. A bean of its own, so
/// that the sandbox can put its stand-in in front.
public record TwilioAccounts(SequencedMap<String, TwilioAccount> byName) {

  public TwilioAccounts {
    if (byName.isEmpty() || !byName.firstEntry().getKey().equals(ChannelAccounts.MAIN)) {
      throw new IllegalArgumentException("The first account is the main one");
    }
  }

  public static TwilioAccounts only(TwilioAccount account) {
    return of(account, Map.of());
  }

  public static TwilioAccounts of(TwilioAccount main, Map<String, TwilioAccount> further) {
    var byName = new LinkedHashMap<>(Map.of(ChannelAccounts.MAIN, main));
    byName.putAll(further);
    return new TwilioAccounts(byName);
  }

  /// @param name one that was taken out of the settings meanwhile: the main one
  public TwilioAccount of(String name) {
    return byName.getOrDefault(name, byName.firstEntry().getValue());
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
