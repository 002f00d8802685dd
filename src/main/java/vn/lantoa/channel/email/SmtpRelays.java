package vn.lantoa.channel.email;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.MailServers;
import vn.lantoa.delivery.ChannelAccounts;

/// The mail servers of all accounts, each with its connections.
class SmtpRelays implements AutoCloseable {

  private final MailServers servers;
  private final Map<String, SmtpConnections> connections;

  SmtpRelays(MailServers servers, Function<MailServer, SmtpConnections> connect) {
    this.servers = servers;
    connections =
        servers.byName().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> connect.apply(entry.getValue())));
  }

  boolean isConfigured(String account) {
    return servers.byName().getOrDefault(account, servers.main()).isConfigured();
  }

  /// @param account one that was taken out of the settings meanwhile: the main one
  SmtpAnswer deliver(String account, Letter letter) {
    var main = Objects.requireNonNull(connections.get(ChannelAccounts.MAIN));
    return connections.getOrDefault(account, main).deliver(letter);
  }

  @Override
  public void close() {
    connections.values().forEach(SmtpConnections::close);
  }
}
