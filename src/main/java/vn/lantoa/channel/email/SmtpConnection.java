package vn.lantoa.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One open connection to the mail server. It knows at which step it is, because that decides
/// everything: until the dot that ends a letter nothing was taken, after it without an answer
/// nobody knows.
class SmtpConnection extends SMTPTransport {

  /// What the library answers when the server hung up.
  private static final int CLOSED = -1;

  private static final long NEVER = 0;

  private final SmtpWire wire;
  private Step step = Step.CONNECT;
  private int code;
  private String said = "";

  /// Answers to commands in the packet of DATA that have not been read yet.
  private int unread;

  private long usedAt = System.nanoTime();
  private volatile boolean usable = true;

  /// Of [System#nanoTime()]; [#NEVER] while nothing is under way.
  private volatile long deadline = NEVER;

  /// @param wire the bare connection; closing it ends whatever waits on it
  SmtpConnection(Session session, URLName server, SmtpWire wire) {
    super(session, server);
    this.wire = wire;
  }

  /// Greeting, TLS and login.
  ///
  /// @param fromTheFirstByte TLS before the greeting
  /// @param until of [System#nanoTime()]
  SmtpAnswer open(boolean fromTheFirstByte, long until) {
    return guarded(() -> connect(fromTheFirstByte ? encrypted() : wire), until);
  }

  /// Hands one letter over.
  ///
  /// @param until of [System#nanoTime()]
  SmtpAnswer deliver(Letter letter, long until) {
    return guarded(() -> hand(letter), until);
  }

  /// A server that sends one byte a second would never run into a timeout per read: so one for all,
  /// looked after from outside.
  void abortIfOverdue() {
    long until = deadline;
    if (until != NEVER && System.nanoTime() - until > 0) {
      abort();
    }
  }

  /// Whether another letter may be sent over it; a dead one is only found out by trying.
  boolean isUsable() {
    return usable;
  }

  long idleNanos() {
    return System.nanoTime() - usedAt;
  }

  /// Says goodbye and does not wait for an answer.
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException _) {
      abort();
    }
  }

  private SmtpAnswer guarded(Exchange exchange, long until) {
    deadline = until;
    try {
      exchange.run();
      return new SmtpAnswer.Taken(said);
    } catch (MessagingException | IOException | IllegalStateException e) {
      // A refusal leaves the connection good for the next letter, unless the server says that it
      // hangs up.
      usable = usable && isRefusal() && code != 421 && !hasIoCause(e) && step != Step.CONNECT;
      if (isRefusal()) {
        return new SmtpAnswer.Refused(step, code, said);
      }
      return new SmtpAnswer.Broken(step, code == CLOSED ? new EOFException() : e);
    } finally {
      deadline = NEVER;
      usedAt = System.nanoTime();
    }
  }

  /// MAIL, RCPT and DATA in one packet where the server takes them so (RFC 2920), then the letter
  /// with its dot in another: two waits instead of four.
  private synchronized void hand(Letter letter) throws MessagingException, IOException {
    begin();
    try {
      announce(letter);
      // Not to be closed: it is the connection itself.
      data().write(letter.bytes());
    } catch (MessagingException e) {
      if (isRefusal() && code != 421) {
        simpleCommand("RSET");
      }
      throw e;
    }
    enter(Step.DOT);
    finishData();
  }

  private void announce(Letter letter) throws MessagingException {
    var mail = "MAIL FROM:<" + letter.from() + ">" + size(letter);
    var rcpt = "RCPT TO:<" + letter.to() + ">";
    if (supportsExtension("PIPELINING")) {
      wire.hold();
      sendCommand(mail);
      sendCommand(rcpt);
      unread = 2;
    } else {
      require(simpleCommand(mail));
      enter(Step.RCPT);
      require(simpleCommand(rcpt));
      enter(Step.DATA);
    }
  }

  private void require(int answer) throws MessagingException {
    if (answer / 100 != 2) {
      throw new MessagingException(said, answer == CLOSED ? new EOFException() : null);
    }
  }

  private String size(Letter letter) {
    return supportsExtension("SIZE") ? " SIZE=" + letter.bytes().length : "";
  }

  private boolean isRefusal() {
    return code >= 400 && code < 600;
  }

  private void begin() {
    enter(Step.MAIL);
    unread = 0;
  }

  private void enter(Step next) {
    step = next;
    code = 0;
    said = "";
  }

  /// The library asks for the answer to DATA; before it come those to the commands sent in the same
  /// packet. A refusal of one of them is the answer to all: what a server says to the commands
  /// behind it tells nothing.
  @Override
  protected int readServerResponse() throws MessagingException {
    try {
      wire.release();
    } catch (IOException e) {
      throw new MessagingException("release", e);
    }
    if (unread == 0) {
      return read();
    }
    for (; unread > 0; unread--) {
      if (read() == CLOSED) {
        unread = 0;
        return CLOSED;
      }
      if (!isRefusal()) {
        enter(step == Step.MAIL ? Step.RCPT : Step.DATA);
      }
    }
    int refused = isRefusal() ? code : 0;
    int answer = read();
    if (isRefusal() && answer / 100 == 3) {
      // It waits for a letter to nobody: an empty one ends that, and reaches nobody.
      simpleCommand(".");
    }
    return refused == 0 ? answer : refused;
  }

  /// The first refusal is the one that counts.
  private int read() throws MessagingException {
    int answer = super.readServerResponse();
    if (!isRefusal()) {
      code = answer;
      said = String.valueOf(getLastServerResponse());
    }
    return answer;
  }

  private Socket encrypted() throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var server = getURLName();
    var tls = (SSLSocket) factory.createSocket(wire, server.getHost(), server.getPort(), true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // checks the name in the certificate
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  private void abort() {
    usable = false;
    try {
      wire.close();
    } catch (IOException _) {
      // It is closed, then.
    }
  }

  private static boolean hasIoCause(Exception e) {
    for (Throwable cause = e; cause != null; cause = next(cause)) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable e) {
    return e instanceof MessagingException m ? m.getNextException() : e.getCause();
  }

  /// The steps of a letter, in order.
  enum Step {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    DOT
  }

  @FunctionalInterface
  private interface Exchange {
    void run() throws MessagingException, IOException;
  }
}
