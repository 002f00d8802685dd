package vn.lantoa.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One open connection to the mail server. It knows at which step it is, because that decides
/// everything: until the dot that ends a letter nothing was taken, after it without an answer
/// nobody knows.
class SmtpConnection extends SMTPTransport {

  /// Half of the shortest lease a channel may have. For the whole exchange: a server that sends one
  /// byte a second would never run into a timeout per read.
  private static final long LONGEST_SECONDS = 25;

  /// What the library answers when the server hung up.
  private static final int CLOSED = -1;

  private final Socket wire;
  private final ScheduledExecutorService watch;
  private Step step = Step.CONNECT;
  private int code;
  private String said = "";
  private long usedAt = System.nanoTime();
  private volatile boolean usable = true;

  /// @param wire the bare connection; closing it ends whatever waits on it
  SmtpConnection(Session session, URLName server, Socket wire, ScheduledExecutorService watch) {
    super(session, server);
    this.wire = wire;
    this.watch = watch;
  }

  /// Greeting, TLS and login.
  ///
  /// @param fromTheFirstByte TLS before the greeting
  SmtpAnswer open(boolean fromTheFirstByte) {
    return guarded(() -> connect(fromTheFirstByte ? encrypted() : wire));
  }

  SmtpAnswer deliver(Letter letter) {
    enter(Step.MAIL);
    return guarded(() -> sendMessage(letter, letter.envelopeTo()));
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

  private SmtpAnswer guarded(Exchange exchange) {
    var alarm = watch.schedule(this::abort, LONGEST_SECONDS, TimeUnit.SECONDS);
    try {
      exchange.run();
      return new SmtpAnswer.Taken(said);
    } catch (MessagingException | IOException | IllegalStateException e) {
      // A refusal leaves the connection good for the next letter, unless the server says that it
      // hangs up.
      usable = code >= 400 && code < 600 && code != 421 && !hasIoCause(e) && step != Step.CONNECT;
      if (code >= 400) {
        return new SmtpAnswer.Refused(step, code, said);
      }
      return new SmtpAnswer.Broken(step, code == CLOSED ? new EOFException() : e);
    } finally {
      alarm.cancel(false);
      usedAt = System.nanoTime();
    }
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

  private void enter(Step next) {
    step = next;
    code = 0;
    said = "";
  }

  @Override
  protected void rcptTo() throws MessagingException {
    enter(Step.RCPT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    enter(Step.DATA);
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    enter(Step.DOT);
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int answer = super.readServerResponse();
    // The first refusal of a step is the one that counts: after it the library resets the
    // connection, and the
    // answer to that says nothing.
    if (code < 400) {
      code = answer;
      said = String.valueOf(getLastServerResponse());
    }
    return answer;
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
