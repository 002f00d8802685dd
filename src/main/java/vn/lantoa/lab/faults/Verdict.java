package vn.lantoa.lab.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What the journal of the stand-ins and the ledger say together.
///
/// @param planned messages of the campaign
/// @param accepted messages the stand-ins took, counted once per address
/// @param lost said to be sent and not in the journal, or due and never accounted for
/// @param again each that was taken once more, when it had been taken before, and under which mark
/// @param unaccounted planned and in no state at all
/// @param denied in the journal, while the ledger says that nobody got it
/// @param uncertain waiting for a person
record Verdict(
    int planned,
    long accepted,
    long lost,
    List<String> again,
    long unaccounted,
    long denied,
    long uncertain) {

  static Verdict of(Sending sending, List<LedgerRow> ledger, List<JournalEntry> journal) {
    var taken = new HashMap<String, JournalEntry>();
    var again = new ArrayList<String>();
    for (var entry : journal) {
      var before = taken.put(key(entry.channel(), entry.address()), entry);
      if (before != null) {
        again.add(
            "%s %s after %s as %s"
                .formatted(
                    key(entry.channel(), entry.address()), entry.at(), before.at(), entry.mark()));
      }
    }
    long lost = 0;
    long denied = 0;
    for (var row : ledger) {
      boolean isTaken = taken.containsKey(key(row.channel(), row.address()));
      lost += row.isOpen() || row.isSaidSent() && !isTaken ? 1 : 0;
      denied += row.isSaidNotSent() && isTaken ? 1 : 0;
    }
    return new Verdict(
        sending.size(),
        taken.size(),
        lost,
        List.copyOf(again),
        sending.size() - ledger.size(),
        denied,
        ledger.stream().filter(row -> row.status().equals("UNCERTAIN")).count());
  }

  /// Taken more than once, counted by the surplus.
  long duplicated() {
    return again.size();
  }

  private static String key(String channel, String address) {
    return channel + " " + address;
  }
}
