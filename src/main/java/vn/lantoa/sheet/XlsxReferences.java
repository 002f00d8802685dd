package vn.lantoa.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lantoa.common.Refusal;

/// Looks through the cells of a workbook before the library does. It makes room for every column up
/// to the one a cell says it stands in, and for every shared text up to the one it names: a file of
/// two kilobytes takes all memory by one great number.
final class XlsxReferences {

  /// Excel's last cell is `XFD1048576`.
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");

  /// More than a sheet of a million rows repeats; room for so many is forty megabytes.
  private static final int MOST_TEXTS = 5_000_000;

  private static final Pattern TEXT = Pattern.compile("\\d{1,7}");

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
    boolean shared = false;
    // Of any namespace: parsers differ in which of two they take.
    for (int i = 0; i < part.getAttributeCount(); i++) {
      var value = part.getAttributeValue(i);
      switch (part.getAttributeLocalName(i)) {
        case "r" -> require(ADDRESS.matcher(value).matches());
        case "t" -> shared |= value.equals("s");
        default -> {}
      }
    }
    if (shared) {
      value(part);
    }
  }

  /// Its elements may hold others: the library strings together what stands between them.
  private static void value(XMLStreamReader part) throws XMLStreamException {
    var index = new StringBuilder();
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
        requireIndex(index.toString().strip());
        index.setLength(0);
      } else if (inside && part.hasText()) {
        index.append(part.getText());
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
