package vn.lantoa.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lantoa.common.Refusal;

/// Finds the merged cells of a sheet. They stand behind its rows, and are wanted before them.
final class XlsxMerges {

  private static final Pattern MERGE =
      Pattern.compile(
          "mergeCell\\s[^<>]{0,100}?ref=\"([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})\"");

  /// Longer than any element of the kind.
  private static final int OVERLAP = 256;

  private XlsxMerges() {}

  /// @param relation of the sheet in its workbook
  static Merges of(Path file, String relation) throws IOException {
    var merges = new Merges();
    try (var zip = new ZipFile(file.toFile())) {
      var relations = zip.getEntry("xl/_rels/workbook.xml.rels");
      if (relations == null) {
        return merges;
      }
      String target;
      try (var in = zip.getInputStream(relations)) {
        target = target(XmlPart.read(in), relation);
      } catch (XMLStreamException _) {
        throw new Refusal("import.damaged");
      }
      var sheet = zip.getEntry(target.startsWith("/") ? target.substring(1) : "xl/" + target);
      if (sheet != null) {
        try (var in = zip.getInputStream(sheet)) {
          scan(in, merges);
        }
      }
    }
    return merges;
  }

  private static String target(XMLStreamReader relations, String relation)
      throws XMLStreamException {
    while (relations.hasNext()) {
      if (relations.next() == XMLStreamConstants.START_ELEMENT
          && relation.equals(relations.getAttributeValue(null, "Id"))) {
        return Objects.requireNonNullElse(relations.getAttributeValue(null, "Target"), "");
      }
    }
    return "";
  }

  private static void scan(InputStream in, Merges merges) throws IOException {
    var rest = "";
    for (var bytes = in.readNBytes(1 << 18); bytes.length > 0; bytes = in.readNBytes(1 << 18)) {
      var text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
      int end = 0;
      if (text.contains("mergeCell")) {
        for (var merge = MERGE.matcher(text); merge.find(); end = merge.end()) {
          merges.add(
              new Merges.Merge(
                  Integer.parseInt(merge.group(2)),
                  Integer.parseInt(merge.group(3)),
                  column(merge.group(1))));
        }
      }
      rest = text.substring(Math.max(end, text.length() - OVERLAP));
    }
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) - 1;
  }
}
