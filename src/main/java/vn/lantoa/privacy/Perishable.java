package vn.lantoa.privacy;

import java.time.Instant;

/// One kind of data that is kept for some time and no longer. `config/retention.yaml` says how
/// long; whoever owns the tables has a bean of this type for each kind.
public interface Perishable {

  /// Its name in `config/retention.yaml`.
  String kind();

  /// How many rows are older than that. What is counted on one day is what [#purge] ends on it: a
  /// row does not grow younger.
  long due(Instant before);

  /// Ends some of them, in a transaction of its own.
  ///
  /// @return how many; fewer than `most`: there are no more
  int purge(Instant before, int most);

  /// How many in one transaction: a second's work, for others wait for them.
  default int part() {
    return 2_000;
  }
}
