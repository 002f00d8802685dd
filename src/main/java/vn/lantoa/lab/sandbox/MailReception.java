package vn.lantoa.lab.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import vn.lantoa.common.Channel;

/// One letter on its way in, and what goes wrong with it.
final class MailReception implements MessageHandler {

  private final Session session;
  private final SandboxFaults faults;
  private final Map<Session, Integer> letters;
  private final Keeping keeping;
  private Optional<Fault.Effect> fault;
  private String from = "";
  private String to = "";

  /// @param letters how many each connection has brought
  MailReception(
      Session session, SandboxFaults faults, Map<Session, Integer> letters, Keeping keeping) {
    this.session = session;
    this.faults = faults;
    this.letters = letters;
    this.keeping = keeping;
    fault = faults.next(Channel.EMAIL);
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
    keeping.keep(from, to, source);
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

  /// What becomes of a letter that was taken.
  @FunctionalInterface
  interface Keeping {
    void keep(String from, String to, byte[] source);
  }
}
