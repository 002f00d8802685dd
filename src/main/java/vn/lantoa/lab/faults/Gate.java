package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// A door on this machine in front of a server: lets connections through, or does to them what bad
/// networks and overloaded servers do. Its own port never changes, wherever the server behind it
/// has moved.
final class Gate implements AutoCloseable {

  /// What happens to a connection.
  enum Mode {
    PASS,
    /// Nobody listens.
    REFUSE,
    /// Taken and closed at once.
    HANG_UP,
    /// A mail server that is too busy to greet anybody.
    BUSY,
    /// Taken, and never a word.
    STALL,
    /// Lets everything through until the client begins to speak TLS, and ends there.
    CUT_TLS,
    /// What the server says arrives at one byte a second.
    DRIP,
    /// Nothing comes through any more, either way, on any connection.
    HOLE
  }

  private static final byte[] TOO_BUSY = "421 4.3.2 too many connections\r\n".getBytes(US_ASCII);

  private final IntSupplier target;
  private final int port;
  private final Queue<Mode> script = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final LongAdder knocks = new LongAdder();
  private volatile Mode mode = Mode.PASS;
  private volatile @Nullable ServerSocket listener;

  /// Listens as soon as it is there.
  ///
  /// @param port 0: any free one
  /// @param target the port of the server behind, asked for with every connection
  Gate(int port, IntSupplier target) {
    this.target = target;
    this.port = listen(port);
  }

  int port() {
    return port;
  }

  /// How many connections came so far, whatever happened to them.
  long knocks() {
    return knocks.sum();
  }

  /// From now on. A hole swallows what the open connections say as well.
  synchronized void mode(Mode next) {
    mode = next;
    if (next == Mode.REFUSE) {
      shut();
    } else if (listener == null) {
      listen(port);
    }
  }

  /// What happens to the next connections, one each; after them the mode holds again.
  void script(Iterable<Mode> modes) {
    modes.forEach(script::add);
  }

  /// Closes every connection that is open.
  void cut() {
    open.forEach(Gate::closeQuietly);
    open.clear();
  }

  @Override
  public synchronized void close() {
    shut();
    cut();
  }

  private synchronized int listen(int wanted) {
    try {
      var server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
      listener = server;
      Thread.ofVirtual().name("gate").start(() -> acceptLoop(server));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void shut() {
    var server = listener;
    listener = null;
    if (server != null) {
      try {
        server.close();
      } catch (IOException _) {
        // Then nobody listens, either.
      }
    }
  }

  private void acceptLoop(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        open.add(client);
        knocks.increment();
        var scripted = script.poll();
        Thread.ofVirtual().start(() -> serve(client, scripted == null ? mode : scripted));
      } catch (IOException _) {
        // Shut; the loop ends.
      }
    }
  }

  private void serve(Socket client, Mode how) {
    try {
      switch (how) {
        case PASS, CUT_TLS, DRIP, HOLE -> pass(client, how);
        case REFUSE, HANG_UP -> end(client);
        case BUSY -> {
          client.getOutputStream().write(TOO_BUSY);
          end(client);
        }
        case STALL -> client.getInputStream().readAllBytes();
      }
    } catch (IOException _) {
      end(client);
    }
  }

  private void pass(Socket client, Mode how) throws IOException {
    var server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
    open.add(server);
    new Passage(client, server, () -> mode == Mode.HOLE, this::end).open(how);
  }

  private void end(Socket socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed, then.
    }
  }
}
