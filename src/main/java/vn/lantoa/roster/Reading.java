package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.sheet.SheetFile;
import vn.lantoa.sheet.SheetRow;

/// One way through a file, some thousand rows at a time: what is held is the keys of all, and no
/// more people than one batch.
final class Reading {

  private static final int BATCH = 2_000;

  private final Layout layout;
  private final PersonReader reader;
  private final Skipped skipped;
  private final int mostRows;
  private final Sink sink;
  private final Tally tally = new Tally();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, String> byPhone = new HashMap<>();
  private final List<NewRecipient> batch = new ArrayList<>(BATCH);
  private int rows;
  private boolean somebody;

  Reading(Layout layout, PersonReader reader, int mostRows, Sink sink) {
    this.layout = layout;
    this.reader = reader;
    this.mostRows = mostRows;
    this.sink = sink;
    skipped = new Skipped(layout);
  }

  /// @throws Refusal `import.empty`, `import.too-large`
  Check of(SheetFile file) {
    file.read(layout.sheet(), this::row);
    if (!somebody) {
      throw new Refusal("import.empty");
    }
    flush();
    return tally.check();
  }

  private boolean row(SheetRow row) {
    if (row.number() < layout.bodyRow()) {
      return true;
    }
    // Also of those nobody is in: looking at them takes its time, too.
    if (++rows > mostRows) {
      throw new Refusal("import.too-large", mostRows);
    }
    if (skipped.is(row)) {
      tally.skip();
      return true;
    }
    somebody = true;
    var cells = new RowCells(row, layout);
    if (row.brokenAt() > 0) {
      cells.error(Field.NOTHING, "open-quote", String.valueOf(row.brokenAt()));
    } else {
      take(cells, reader.people(cells));
    }
    if (cells.isRefused()) {
      tally.refuse(cells.errors());
      sink.refused(row, cells.errors());
    } else {
      tally.remark(cells.remarks());
    }
    return true;
  }

  private void take(RowCells cells, List<NewRecipient> people) {
    var fresh = people.stream().filter(person -> keys.add(person.key())).toList();
    if (fresh.isEmpty() && !people.isEmpty()) {
      cells.error(Field.NAME, "duplicate");
    }
    fresh.forEach(person -> {
      tally.take(person);
      sharing(cells, person);
    });
    batch.addAll(fresh);
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  /// A household's number: they are kept apart, and whoever reads the list is told.
  private void sharing(RowCells cells, NewRecipient person) {
    var phone = person.addresses().get(Channel.SMS);
    if (phone != null) {
      var first = byPhone.putIfAbsent(phone, person.name());
      if (first != null) {
        cells.remark(Field.PHONE, "phone-shared", first);
      }
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      tally.weigh(sink.people(List.copyOf(batch)));
      batch.clear();
    }
  }
}
