package vn.lantoa.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import vn.lantoa.delivery.ChannelAccounts;

/// The servers letters may be handed to, by the name of their account; the main one first. A bean
/// of its own, so that the sandbox can put its own in front.
public record MailServers(SequencedMap<String, MailServer> byName) {

  public MailServers {
    if (byName.isEmpty() || !byName.firstEntry().getKey().equals(ChannelAccounts.MAIN)) {
      throw new IllegalArgumentException("The first mail server is the main one");
    }
  }

  public static MailServers only(MailServer server) {
    return of(server, Map.of());
  }

  public static MailServers of(MailServer main, Map<String, MailServer> further) {
    var byName = new LinkedHashMap<>(Map.of(ChannelAccounts.MAIN, main));
    byName.putAll(further);
    return new MailServers(byName);
  }

  public MailServer main() {
    return byName.firstEntry().getValue();
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
