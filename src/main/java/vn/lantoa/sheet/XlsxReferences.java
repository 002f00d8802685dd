package vn.lantoa.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lantoa.common.Refusal;

/// Looks through the cells of a workbook before the library does. It makes room for every column up
/// to the one a cell says it stands in, and for every shared text up to the one it names: a file of
/// two kilobytes takes all memory by one great number. And the digits of a number take it the
/// longer the more there are, by their square.
final class XlsxReferences {

  /// Excel's last cell is `XFD1048576`.
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");

  /// More than a sheet of a million rows repeats; room for so many is forty megabytes.
  private static final int MOST_TEXTS = 5_000_000;

  private static final Pattern TEXT = Pattern.compile("\\d{1,7}");

  /// What stands in a cell of these kinds is text of its own, of any length.
  private static final Set<String> WORDS = Set.of("str", "inlineStr");

  private XlsxReferences() {}

  /// @throws Refusal `import.damaged`
  static void check(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      // Which part is a sheet is for the library to find out: all of them are looked at.
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        try (var part = new BufferedInputStream(zip.getInputStream(entries.nextElement()))) {
          if (Markup.isMarkup(part)) {
            cells(XmlPart.read(part));
          }
        } catch (XMLStreamException _) {
          // The library reads with the same parser, and gets no farther.
        }
      }
    }
  }

  private static void cells(XMLStreamReader part) throws XMLStreamException {
    while (part.hasNext()) {
      if (part.next() == XMLStreamConstants.START_ELEMENT && part.getLocalName().equals("c")) {
        cell(part);
      }
    }
  }

  private static void cell(XMLStreamReader part) throws XMLStreamException {
    var types = new HashSet<String>();
    // Of any namespace: parsers differ in which of two they take.
    for (int i = 0; i < part.getAttributeCount(); i++) {
      var value = part.getAttributeValue(i);
      switch (part.getAttributeLocalName(i)) {
        case "r" -> require(ADDRESS.matcher(value).matches());
        case "t" -> types.add(value);
        default -> {}
      }
    }
    if (types.isEmpty() || !WORDS.containsAll(types)) {
      value(part, types.contains("s"));
    }
  }

  /// Its elements may hold others: the library strings together what stands between them.
  private static void value(XMLStreamReader part, boolean shared) throws XMLStreamException {
    var value = new StringBuilder();
    boolean inside = false;
    while (part.hasNext()) {
      int event = part.next();
      if (event == XMLStreamConstants.END_ELEMENT && part.getLocalName().equals("c")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && part.getLocalName().equals("v")) {
        inside = true;
      } else if (event == XMLStreamConstants.END_ELEMENT && part.getLocalName().equals("v")) {
        inside = false;
        if (shared) {
          requireIndex(value.toString().strip());
        }
        value.setLength(0);
      } else if (inside && part.hasText()) {
        require(value.length() + part.getTextLength() <= Cells.LONGEST_NUMBER);
        value.append(part.getText());
      }
    }
  }

  private static void requireIndex(String index) {
    require(
        index.isEmpty() || TEXT.matcher(index).matches() && Integer.parseInt(index) < MOST_TEXTS);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new Refusal("import.damaged");
    }
  }
}
