package vn.lantoa.lab.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxSettings;

/// The stand-in providers as a process of their own, so that they know nothing of the product they
/// judge: they write down what they accept before they answer, and misbehave on demand. Says which
/// settings lead to them, then `ready`.
@Command(name = "stand-ins", hidden = true, mixinStandardHelpOptions = true)
public final class StandInsCommand implements Callable<Integer> {

  static final String READY = "ready";

  @Option(names = "--journal", paramLabel = "FILE", required = true)
  private Path journal = Path.of("journal");

  @Option(names = "--smtp-port", paramLabel = "PORT", defaultValue = "0")
  private int smtpPort;

  @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "0")
  private int httpPort;

  @Option(names = "--control-port", paramLabel = "PORT", defaultValue = "0")
  private int controlPort;

  @Option(names = "--keys", paramLabel = "FILE")
  private @Nullable Path keys;

  @Override
  public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
    Parent.followToItsEnd();
    var clock = InstantSource.system();
    var faults = new SandboxFaults();
    var settings = new SandboxSettings(true, 0, 0, Duration.ofSeconds(1), 0);
    try (var written = new Journal(journal);
        var mail = MailStandIns.open(keys, faults, new SandboxInbox(written));
        var http = new SandboxHttp(settings, faults, new SandboxInbox(written), clock);
        var mailGate = new Gate(smtpPort, mail::port);
        var httpGate = new Gate(httpPort, () -> http.twilio().base().getPort());
        var control = new StandInsControl(controlPort, faults, mail, mailGate, httpGate, http)) {
      wayTo(mailGate.port(), httpGate.port(), http)
          .forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.println(StandIns.CONTROL + "=" + control.port());
      System.out.println(READY);
      new CountDownLatch(1).await();
      return 0;
    }
  }

  /// The settings of a server that uses them.
  private static Map<String, Object> wayTo(int smtp, int web, SandboxHttp http) {
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("lantoa.email.host", "127.0.0.1");
    way.put("lantoa.email.port", smtp);
    way.put("lantoa.email.encryption", "none");
    way.put("lantoa.sms.base-url", at(web, http.twilio().base()));
    way.put("lantoa.sms.account-sid", http.twilio().accountSid());
    way.put("lantoa.sms.auth-token", http.twilio().authToken().value());
    way.put("lantoa.sms.messaging-service-sid", http.twilio().messagingServiceSid());
    way.put("lantoa.facebook.base-url", at(web, http.facebook().baseUrl()));
    way.put("lantoa.facebook.token", http.facebook().token().value());
    return way;
  }

  private static URI at(int port, URI address) {
    return URI.create("http://127.0.0.1:" + port + address.getPath());
  }
}
