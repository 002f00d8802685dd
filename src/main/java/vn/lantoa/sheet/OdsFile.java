package vn.lantoa.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lantoa.common.Refusal;

/// A sheet of LibreOffice or OpenOffice, read as a stream.
final class OdsFile implements SheetFile {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  private final Path file;
  private final List<String> names;

  OdsFile(Path file) throws IOException {
    ZipLimits.check(file);
    this.file = file;
    var found = new java.util.ArrayList<String>();
    walk((reader, _) -> {
      found.add(java.util.Objects.requireNonNullElse(reader.getAttributeValue(TABLE, "name"), ""));
      return true;
    });
    names = List.copyOf(found);
  }

  @Override
  public SheetForm form() {
    return SheetForm.of(SheetKind.ODS);
  }

  @Override
  public List<String> sheets() {
    return names;
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    walk((reader, number) -> {
      if (number < sheet) {
        return true;
      }
      new OdsTable(reader).read(rows);
      return false;
    });
  }

  /// Goes from table to table.
  private void walk(Tables tables) {
    try (var zip = new ZipFile(file.toFile())) {
      var content = zip.getEntry("content.xml");
      if (content == null) {
        throw new Refusal("import.no-table");
      }
      try (var in = zip.getInputStream(content)) {
        var reader = XmlPart.read(in);
        int number = 0;
        while (reader.hasNext()) {
          if (reader.next() == XMLStreamConstants.START_ELEMENT
              && reader.getLocalName().equals("table")
              && TABLE.equals(reader.getNamespaceURI())
              && !tables.next(reader, number++)) {
            return;
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new Refusal("import.damaged");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}

  @FunctionalInterface
  private interface Tables {
    boolean next(XMLStreamReader reader, int number) throws XMLStreamException;
  }
}
