package vn.lantoa.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// How a demo begins: with nothing, or where the last one was. Said to whoever starts it, in these
/// words and no others.
///
/// @param run what it is from now on
/// @param last what is thrown away, or gone on with; null: there was nothing to speak of
record DemoStart(How how, DemoRun run, @Nullable DemoRun last) {

  static final int USUAL = 2_000;

  enum How {
    /// Nothing was there, or it was over.
    EMPTY,
    /// The last one ended before it had sent anything.
    NOTHING_SENT,
    /// The last one is unfinished, but another number of recipients is wanted.
    OTHER_SIZE,
    /// The last one is unfinished, but it is said to be thrown away.
    FRESH,
    /// Where the last one was.
    GOES_ON
  }

  static DemoStart after(Optional<DemoRun> last, @Nullable Integer asked, boolean fresh) {
    var begins = DemoRun.begun(asked == null ? USUAL : asked);
    if (last.isEmpty() || last.get().over()) {
      return new DemoStart(How.EMPTY, begins, null);
    }
    var unfinished = last.get();
    if (!unfinished.isUnfinished()) {
      return new DemoStart(How.NOTHING_SENT, begins, unfinished);
    }
    if (fresh) {
      return new DemoStart(How.FRESH, begins, unfinished);
    }
    if (asked != null && asked != unfinished.recipients()) {
      return new DemoStart(How.OTHER_SIZE, begins, unfinished);
    }
    return new DemoStart(How.GOES_ON, unfinished, unfinished);
  }

  boolean goesOn() {
    return how == How.GOES_ON;
  }

  int recipients() {
    return run.recipients();
  }

  /// What it goes on sending; empty: that is still to be planned.
  OptionalLong campaign() {
    return run.campaign();
  }

  /// @param folder where the data lie
  String sentence(Object folder) {
    var key = "cli.demo.data." + how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    long before = last == null ? 0 : last.recipients();
    return Words.of(key, folder, before, (long) run.recipients());
  }
}
