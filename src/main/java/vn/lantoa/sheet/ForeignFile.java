package vn.lantoa.sheet;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Refusal;

/// Anybody's file in the hands of a library: it may be made to busy the processors for long, and a
/// library answers a damaged one with whatever it stumbles over.
final class ForeignFile implements SheetFile {

  /// Reading is work for a processor, and what works so leaves it to nobody else: one is kept free
  /// for the other pages and for the sending.
  private static final Semaphore READERS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  private static final int PATIENCE_SECONDS = 10;

  /// After so many rows whoever waits has his turn: a long list is no reason for others not to see
  /// theirs.
  private static final int TURN_ROWS = 1_000;

  private static final int MOST_SHEETS = 500;

  /// What a file of forty megabytes holds five times over; a text that is named again and again
  /// holds more.
  private static final long MOST_CHARACTERS = 200_000_000;

  private final SheetFile file;

  private ForeignFile(SheetFile file) {
    this.file = file;
  }

  /// @throws Refusal `import.busy` while others are read, and what [SheetFiles#open] says
  static SheetFile open(Callable<SheetFile> opening) {
    awaitTurn();
    SheetFile file = null;
    try {
      file = read(opening);
      if (file.sheets().size() > MOST_SHEETS) {
        throw new Refusal("import.unfolds");
      }
      return new ForeignFile(file);
    } catch (RuntimeException e) {
      if (file != null) {
        file.close();
      }
      READERS.release();
      throw e;
    }
  }

  private static void awaitTurn() {
    try {
      if (!READERS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal("import.busy");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Refusal("import.busy");
    }
  }

  private static <T> T read(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (Exception | StackOverflowError _) {
      throw new Refusal("import.damaged");
    }
  }

  @Override
  public SheetForm form() {
    return file.form();
  }

  @Override
  public List<String> sheets() {
    return file.sheets();
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    var taker = new Taker(rows);
    try {
      read(() -> {
        file.read(sheet, taker);
        return true;
      });
    } catch (Refusal refusal) {
      throw taker.failure == null ? refusal : taker.failure;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } finally {
      READERS.release();
    }
  }

  /// Keeps apart what goes wrong with who takes the rows: that is no fault of the file.
  private static final class Taker implements Predicate<SheetRow> {
    private final Predicate<SheetRow> rows;
    private @Nullable RuntimeException failure;
    private int taken;
    private long characters;

    Taker(Predicate<SheetRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean test(SheetRow row) {
      if (++taken % TURN_ROWS == 0) {
        READERS.release();
        READERS.acquireUninterruptibly();
      }
      characters += row.cells().stream().mapToInt(String::length).sum();
      if (characters > MOST_CHARACTERS) {
        throw new Refusal("import.unfolds");
      }
      try {
        return rows.test(row);
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
  }
}
