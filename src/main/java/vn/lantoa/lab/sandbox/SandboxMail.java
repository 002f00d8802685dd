package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
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
            .messageHandlerFactory(context -> new Reception((Session) context));
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

  /// One letter on its way in.
  private final class Reception implements MessageHandler {
    private final Session session;
    private Optional<Fault.Effect> fault = faults.next(Channel.EMAIL);
    private String from = "";
    private String to = "";

    Reception(Session session) {
      this.session = session;
    }

    @Override
    public void from(String sender) throws RejectException {
      from = sender;
      refuseAt(Fault.Stage.MAIL);
      int brought = letters.merge(session, 1, Integer::sum);
      switch (fault.orElse(null)) {
        case Fault.Effect.DropBefore _ -> hangUp();
        case Fault.Effect.Stall(var by) -> {
          Pause.of(by);
          hangUp();
        }
        case Fault.Effect.CloseAfter(int most) when brought > most -> hangUp();
        case null, default -> {}
      }
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      to = recipient;
      fault = fault.or(() -> faults.next(Channel.EMAIL, recipient));
      if (fault.orElse(null) instanceof Fault.Effect.DropBefore) {
        hangUp();
      }
      refuseAt(Fault.Stage.RCPT);
    }

    @Override
    public @Nullable String data(InputStream letter) throws RejectException, IOException {
      if (fault.orElse(null) instanceof Fault.Effect.DropDuring) {
        hangUp();
        throw new IOException("hung up");
      }
      var source = letter.readAllBytes();
      refuseAt(Fault.Stage.DATA);
      keep(from, to, source);
      switch (fault.orElse(null)) {
        case Fault.Effect.DropAfter _ -> hangUp();
        case Fault.Effect.Slow(var by) -> Pause.of(by);
        case null, default -> {}
      }
      return null;
    }

    @Override
    public void done() {}

    private void refuseAt(Fault.Stage stage) throws RejectException {
      if (fault.orElse(null) instanceof Fault.Effect.SmtpRefuse(var at, int reply, var words)
          && at == stage) {
        throw new RejectException(reply, words);
      }
    }

    private void hangUp() {
      try {
        session.closeSocket();
      } catch (IOException _) {
        // Then it is closed.
      }
    }
  }
}
