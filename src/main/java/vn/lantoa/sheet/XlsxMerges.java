package vn.lantoa.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Finds the merged cells of a sheet. They stand behind its rows, and are wanted before them.
final class XlsxMerges {

  private static final Pattern RELATION = Pattern.compile("<[^<>]*Relationship [^<>]*>");
  private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
  private static final Pattern TARGET = Pattern.compile("\\bTarget=\"([^\"]*)\"");
  private static final Pattern MERGE =
      Pattern.compile("mergeCell\\s[^<>]*?ref=\"([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})\"");

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
        target = target(new String(in.readAllBytes(), StandardCharsets.UTF_8), relation);
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

  private static String target(String relations, String relation) {
    return RELATION
        .matcher(relations)
        .results()
        .map(found -> found.group())
        .filter(text -> relation.equals(first(ID, text)))
        .map(text -> first(TARGET, text))
        .findFirst()
        .orElse("");
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
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
