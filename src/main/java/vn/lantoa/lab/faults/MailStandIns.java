package vn.lantoa.lab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxMail;

/// The mail servers of the stand-ins, one of which is in use: one that knows no TLS, and, where
/// there are keys, one per key that takes letters by TLS only.
final class MailStandIns implements AutoCloseable {

  static final String PLAIN = "plain";

  private final Map<String, SandboxMail> servers;
  private volatile SandboxMail current;

  private MailStandIns(Map<String, SandboxMail> servers) {
    this.servers = servers;
    current = Objects.requireNonNull(servers.get(PLAIN));
  }

  static MailStandIns open(@Nullable Path keys, SandboxFaults faults, SandboxInbox inbox)
      throws IOException, GeneralSecurityException {
    var clock = InstantSource.system();
    var servers = new LinkedHashMap<String, SandboxMail>();
    servers.put(PLAIN, new SandboxMail(0, faults, inbox, clock));
    if (keys != null) {
      for (var host : MailKeys.HOSTS) {
        servers.put(host, new SandboxMail(0, faults, inbox, clock, MailKeys.of(keys, host)));
      }
    }
    return new MailStandIns(servers);
  }

  int port() {
    return current.address().port();
  }

  void use(String name) {
    current = Objects.requireNonNull(servers.get(name), name);
  }

  @Override
  public void close() {
    servers.values().forEach(SandboxMail::close);
  }
}
