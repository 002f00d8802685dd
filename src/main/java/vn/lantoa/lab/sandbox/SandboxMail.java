package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// A mail server that really receives, on this machine only.
public class SandboxMail implements AutoCloseable {

  private static final int SOURCES_KEPT = 200;
  private static final int HEAD = 4_096;
  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>");

  private final SMTPServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SandboxFaults faults;
  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final Map<Session, Integer> letters = Collections.synchronizedMap(new WeakHashMap<>());
  private final Deque<byte[]> sources = new ArrayDeque<>(SOURCES_KEPT);

  /// Listens as soon as it is there.
  ///
  /// @param port 0: any free one
  public SandboxMail(int port, SandboxFaults faults, SandboxInbox inbox, InstantSource clock) {
    this(port, faults, inbox, clock, null);
  }

  /// @param tls takes letters only after STARTTLS, with these keys; null: knows no TLS
  public SandboxMail(
      int port,
      SandboxFaults faults,
      SandboxInbox inbox,
      InstantSource clock,
      @Nullable SSLContext tls) {
    this.faults = faults;
    this.inbox = inbox;
    this.clock = clock;
    var builder =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("sandbox.lantoa")
            .softwareName("Lan Toa sandbox")
            .insertReceivedHeaders(false)
            .backlog(200)
            .executorService(threads)
            .messageHandlerFactory(
                context -> new MailReception((Session) context, faults, letters, this::keep));
    server = (tls == null ? builder : builder.startTlsSocketFactory(tls).requireTLS()).build();
    server.start();
  }

  /// Where it listens.
  public MailServer address() {
    return new MailServer(
        InetAddress.getLoopbackAddress().getHostAddress(),
        server.getPortAllocated(),
        "",
        Secret.NONE,
        MailServer.Encryption.NONE);
  }

  /// The last letters as they came, newest first.
  public List<byte[]> sources() {
    synchronized (sources) {
      return List.copyOf(sources);
    }
  }

  @Override
  public void close() {
    // The server would wait for those that take their time.
    threads.shutdownNow();
    server.stop();
  }

  private void keep(String from, String to, byte[] source) {
    var at = clock.instant();
    synchronized (sources) {
      sources.addFirst(source);
      if (sources.size() > SOURCES_KEPT) {
        sources.removeLast();
      }
    }
    inbox.add(
        Channel.EMAIL, to, messageId(source), () -> ReceivedLetter.read(source, from, to, at));
  }

  private static String messageId(byte[] source) {
    var head = new String(source, 0, Math.min(source.length, HEAD), ISO_8859_1);
    var found = MESSAGE_ID.matcher(head);
    return found.find() ? found.group(1) : "";
  }
}
