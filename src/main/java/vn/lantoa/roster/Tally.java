package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.audience.Recipients.Weighed;
import vn.lantoa.common.Channel;

/// Counts while a file is read.
final class Tally {

  private final Map<Put, Integer> puts = new EnumMap<>(Put.class);
  private final Map<String, Integer> byKey = new HashMap<>();
  private final Map<String, Integer> people = new HashMap<>();
  private final List<RowNote> errors = new ArrayList<>();
  private final List<RowNote> remarks = new ArrayList<>();
  private int refused;
  private int skipped;
  private int suppressed;
  private int elsewhere;

  void skip() {
    skipped++;
  }

  void refuse(List<RowNote> why) {
    refused++;
    note(why, errors);
  }

  void take(NewRecipient person) {
    var phone = person.addresses().get(Channel.SMS);
    if (phone != null) {
      people.merge(phone, 1, Integer::sum);
    }
  }

  void remark(List<RowNote> notes) {
    note(notes, remarks);
  }

  private void note(List<RowNote> notes, List<RowNote> told) {
    for (var note : notes) {
      byKey.merge(note.key(), 1, Integer::sum);
      if (told.size() < Check.MOST_TOLD) {
        told.add(note);
      }
    }
  }

  void weigh(List<Weighed> all) {
    for (var one : all) {
      puts.merge(one.put(), 1, Integer::sum);
      suppressed += one.suppressed() ? 1 : 0;
      elsewhere += one.elsewhere() ? 1 : 0;
    }
  }

  Check check() {
    var shared = people.values().stream().filter(count -> count > 1).toList();
    return new Check(
        count(Put.ADDED),
        count(Put.CHANGED),
        count(Put.UNCHANGED),
        count(Put.RETURNED),
        refused,
        skipped,
        suppressed,
        elsewhere,
        shared.size(),
        shared.stream().mapToInt(Integer::intValue).sum(),
        Map.copyOf(byKey),
        List.copyOf(errors),
        List.copyOf(remarks));
  }

  private int count(Put put) {
    return puts.getOrDefault(put, 0);
  }
}
