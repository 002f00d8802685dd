package vn.lantoa.audit;

import java.time.Instant;
import java.util.Optional;

/// The seals of all entries, each made of the one before: whoever changes, takes away or slips in
/// an entry leaves a trace that is found here.
public interface Chain {

  /// Goes through all of it, some seconds for a million entries, and writes down what it found.
  ChainState check();

  /// What was found the last time; empty: nobody has looked yet.
  Optional<ChainState> last();

  /// Since when the oldest entry that is in no seal has been waiting; empty: none waits. More than
  /// a minute is not as it should be.
  Optional<Instant> waitingSince();
}
