package vn.lantoa.channel.email;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// The bare connection to a mail server, which can hold back what is written until an answer is
/// wanted: several commands then travel in one packet, and TLS, where there is any, lies on top of
/// it as usual.
final class SmtpWire extends Socket {

  private @Nullable OutputStream out;
  private volatile boolean held;

  /// Lets nothing out until [#release].
  void hold() {
    held = true;
  }

  void release() throws IOException {
    if (held) {
      held = false;
      getOutputStream().flush();
    }
  }

  @Override
  public synchronized OutputStream getOutputStream() throws IOException {
    if (out == null) {
      out = new Held(super.getOutputStream());
    }
    return out;
  }

  private final class Held extends FilterOutputStream {
    private final byte[] kept = new byte[1024];
    private int size;

    Held(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (!held || size + length > kept.length) {
        empty();
        out.write(bytes, from, length);
      } else {
        System.arraycopy(bytes, from, kept, size, length);
        size += length;
      }
    }

    @Override
    public void flush() throws IOException {
      if (!held) {
        empty();
        out.flush();
      }
    }

    private void empty() throws IOException {
      out.write(kept, 0, size);
      size = 0;
    }
  }
}
