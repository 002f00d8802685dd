package vn.lantoa.lab.faults;

import java.util.List;
import java.util.Locale;

/// All trials there are, in the order of the catalogue.
final class Trials {

  private static final List<Trial> ALL =
      List.of(
          new MailNodeKilled(),
          new OneShotNodeKilled(),
          new PostgresKilled(),
          new OwnPostgresKilled(),
          new SlowSendingPostgresKilled(),
          new ConnectionsCut(),
          new DiskFull(),
          new NodeFrozen(),
          new TwoNodes(),
          new ClocksWrong(),
          new DaylightSaving(),
          new LongOutage(),
          new MailFaults(),
          new MailTlsFaults(),
          new HttpFaults(),
          new ProviderAway(),
          new PoisonRecipients(),
          new SendingStopped(),
          new HandedOverInTime(),
          new BackupRestored(),
          new TriggersStuck(),
          new OrphanDatabase(),
          new TwoAccounts(),
          new HalfPosts(),
          new SameRows());

  private Trials() {}

  static List<Trial> all() {
    return ALL;
  }

  /// @throws BenchFailure `unknown` when there is no such trial
  static List<Trial> of(List<String> ids) {
    return ids.stream().map(Trials::of).toList();
  }

  private static Trial of(String id) {
    return ALL.stream()
        .filter(trial -> trial.id().equals(id.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BenchFailure("unknown", id));
  }
}
