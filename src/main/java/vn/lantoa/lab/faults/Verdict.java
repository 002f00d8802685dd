package vn.lantoa.lab.faults;

import java.util.HashMap;
import java.util.List;

/// What the journal of the stand-ins and the ledger say together.
///
/// @param planned messages of the campaign
/// @param accepted messages the stand-ins took, counted once per address
/// @param lost said to be sent and not in the journal, or due and never accounted for
/// @param duplicated taken more than once, counted by the surplus
/// @param unaccounted planned and in no state at all
/// @param denied in the journal, while the ledger says that nobody got it
/// @param uncertain waiting for a person
record Verdict(
    int planned,
    long accepted,
    long lost,
    long duplicated,
    long unaccounted,
    long denied,
    long uncertain) {

  static Verdict of(Sending sending, List<LedgerRow> ledger, List<JournalEntry> journal) {
    var times = new HashMap<String, Integer>();
    journal.forEach(entry -> times.merge(key(entry.channel(), entry.address()), 1, Integer::sum));
    long lost = 0;
    long denied = 0;
    for (var row : ledger) {
      boolean taken = times.containsKey(key(row.channel(), row.address()));
      lost += row.isOpen() || row.isSaidSent() && !taken ? 1 : 0;
      denied += row.isSaidNotSent() && taken ? 1 : 0;
    }
    return new Verdict(
        sending.size(),
        times.size(),
        lost,
        times.values().stream().mapToLong(number -> number - 1).sum(),
        sending.size() - ledger.size(),
        denied,
        ledger.stream().filter(row -> row.status().equals("UNCERTAIN")).count());
  }

  private static String key(String channel, String address) {
    return channel + " " + address;
  }
}
