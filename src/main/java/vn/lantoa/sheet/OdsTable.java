package vn.lantoa.sheet;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Day;

/// One table of an OpenDocument sheet. Rows and cells that are alike are written there once, with
/// how often they come.
final class OdsTable {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

  /// The last row of a sheet is repeated to its end, and nobody lists one person more often.
  private static final int MOST_REPEATED = 1_000;

  /// No office program has more of them.
  private static final int LAST_ROW = 1 << 24;

  private final XMLStreamReader reader;
  private final Merges merges = new Merges();
  private int row;

  OdsTable(XMLStreamReader reader) {
    this.reader = reader;
  }

  void read(Predicate<SheetRow> rows) throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("table")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("table-row")
          && !rows(rows)) {
        return;
      }
    }
  }

  private boolean rows(Predicate<SheetRow> rows) throws XMLStreamException {
    int times = repeated("number-rows-repeated");
    var cells = cells();
    for (int i = 0; i < Math.min(times, MOST_REPEATED) && row < LAST_ROW; i++) {
      row++;
      var filled = new ArrayList<>(cells);
      merges.fill(row, filled);
      if (!Cells.row(row, filled).map(rows::test).orElse(true)) {
        return false;
      }
    }
    row = sum(row, Math.max(0, times - MOST_REPEATED));
    return true;
  }

  /// Of what is counted in the file, whatever it says.
  private static int sum(int count, int more) {
    return (int) Math.min(LAST_ROW, (long) count + more);
  }

  private ArrayList<String> cells() throws XMLStreamException {
    var cells = new ArrayList<String>();
    int column = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("table-row")) {
        return cells;
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && (reader.getLocalName().equals("table-cell")
              || reader.getLocalName().equals("covered-table-cell"))) {
        int times = repeated("number-columns-repeated");
        int high = number(reader.getAttributeValue(TABLE, "number-rows-spanned"));
        if (high > 1) {
          merges.add(new Merges.Merge(row + 1, sum(row, high), column));
        }
        var value = value();
        for (int i = 0; i < Math.min(times, Cells.MOST_COLUMNS) && !value.isEmpty(); i++) {
          Cells.put(cells, sum(column, i), value);
        }
        column = sum(column, times);
      }
    }
    return cells;
  }

  private String value() throws XMLStreamException {
    var type = reader.getAttributeValue(OFFICE, "value-type");
    var number = reader.getAttributeValue(OFFICE, "value");
    var date = reader.getAttributeValue(OFFICE, "date-value");
    var text = text();
    if ("float".equals(type) && number != null) {
      return Cells.number(number);
    }
    return date != null ? date(date, text) : Cells.text(text);
  }

  private static String date(String date, String shown) {
    try {
      return Cells.date(
          date.indexOf('T') < 0 ? Day.parse(date).atStartOfDay() : LocalDateTime.parse(date));
    } catch (DateTimeParseException _) {
      return Cells.text(shown);
    }
  }

  /// Of the paragraphs of the cell, up to its end; notes somebody stuck to it are left out.
  private String text() throws XMLStreamException {
    var text = new StringBuilder();
    int depth = 1;
    int note = 0;
    while (depth > 0 && reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          switch (reader.getLocalName()) {
            case "annotation" -> note = depth;
            case "p" -> text.append(text.isEmpty() || note > 0 ? "" : "\n");
            case "s", "tab", "line-break" -> text.append(note > 0 ? "" : " ");
            default -> {}
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          note = note == depth ? 0 : note;
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(note > 0 ? "" : reader.getText());
        default -> {}
      }
    }
    return text.toString();
  }

  private int repeated(String attribute) {
    return Math.max(1, number(reader.getAttributeValue(TABLE, attribute)));
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Cells.count(text);
  }
}
