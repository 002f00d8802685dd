package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One connection through a [Gate], both ways, and what the gate does to the bytes on their way.
///
/// @param isHole whether nothing comes through at the moment
/// @param end closes a side
record Passage(Socket client, Socket server, BooleanSupplier isHole, Consumer<Socket> end) {

  /// The first byte of a handshake; no command of SMTP begins with it.
  private static final byte HANDSHAKE = 0x16;

  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final Duration HELD = Duration.ofMillis(50);

  /// Until one side has gone.
  void open(Gate.Mode how) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Thread.ofVirtual()
        .start(() -> copy(client, server, how == Gate.Mode.CUT_TLS ? how : Gate.Mode.PASS));
    copy(server, client, how == Gate.Mode.DRIP ? how : Gate.Mode.PASS);
  }

  /// @param how what happens in this direction
  private void copy(Socket from, Socket to, Gate.Mode how) {
    try {
      copy(from.getInputStream(), to.getOutputStream(), how);
    } catch (IOException _) {
      // One side has gone; so must the other.
    } finally {
      end.accept(from);
      end.accept(to);
    }
  }

  private void copy(InputStream in, OutputStream out, Gate.Mode how) throws IOException {
    var buffer = new byte[16 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      while (isHole.getAsBoolean()) {
        Waiting.pause(HELD);
      }
      if (how == Gate.Mode.CUT_TLS && buffer[0] == HANDSHAKE) {
        return;
      }
      if (how == Gate.Mode.DRIP) {
        drip(out, buffer, read);
      } else {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }

  private static void drip(OutputStream out, byte[] bytes, int number) throws IOException {
    for (int i = 0; i < number; i++) {
      out.write(bytes, i, 1);
      out.flush();
      Waiting.pause(DRIP);
    }
  }
}
