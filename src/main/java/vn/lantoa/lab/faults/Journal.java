package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.Witness;

/// What the stand-ins accepted, one line per message, on the disk before the sender is answered:
/// the truth the ledger is measured by. One thread writes, so that whoever comes while it syncs
/// shares the next sync.
final class Journal implements Witness, AutoCloseable {

  private static final int MOST = 1_000;

  private final FileChannel file;
  private final InstantSource clock = InstantSource.system();
  private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;

  Journal(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    writer = Thread.ofPlatform().daemon().name("journal").start(this::writeLoop);
  }

  @Override
  public void accepted(Channel channel, String to, String mark) {
    var line =
        new Line(
            new JournalEntry(clock.instant(), channel.key(), to, mark).line(),
            new CompletableFuture<>());
    waiting.add(line);
    line.written().join();
  }

  @Override
  public void close() throws IOException {
    writer.interrupt();
    file.close();
  }

  private void writeLoop() {
    var group = new ArrayList<Line>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        group.add(waiting.take());
        waiting.drainTo(group, MOST);
        write(group);
      } catch (InterruptedException _) {
        return;
      } catch (IOException e) {
        group.forEach(line -> line.written().completeExceptionally(e));
      }
      group.clear();
    }
  }

  private void write(List<Line> group) throws IOException {
    var text = new StringBuilder();
    group.forEach(line -> text.append(line.text()));
    var bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
    group.forEach(line -> line.written().complete(true));
  }

  private record Line(String text, CompletableFuture<Boolean> written) {}
}
