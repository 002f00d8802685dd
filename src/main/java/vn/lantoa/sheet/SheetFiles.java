package vn.lantoa.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import vn.lantoa.common.Refusal;

/// Opens a file by what is in it: what it is called says little.
public final class SheetFiles {

  private static final long MOST_AS_A_WHOLE = 12L << 20;

  private SheetFiles() {}

  /// To be closed soon: so many files are read at a time as leave a processor to the others.
  ///
  /// @throws Refusal `import.no-table`, `import.password`, `import.unfolds`, `import.damaged`,
  ///   `import.encoding`, `import.busy`
  public static SheetFile open(Path file) {
    return ForeignFile.open(() -> byContent(file));
  }

  private static SheetFile byContent(Path file) throws IOException {
    var head = head(file);
    return switch (head) {
      case String h when h.startsWith("PK\u0003\u0004") -> zipped(file);
      case String h when h.startsWith("\u00D0\u00CF\u0011\u00E0") -> new XlsFile(small(file));
      case String h when h.startsWith("%PDF") || h.startsWith("{\\rtf") ->
          throw new Refusal("import.no-table");
      default -> text(file, head);
    };
  }

  /// What is read as a whole takes many times its size.
  private static Path small(Path file) throws IOException {
    if (Files.size(file) > MOST_AS_A_WHOLE) {
      throw new Refusal("import.unfolds");
    }
    return file;
  }

  private static String head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(2_048), StandardCharsets.ISO_8859_1);
    }
  }

  private static SheetFile zipped(Path file) throws IOException {
    boolean workbook;
    boolean document;
    try (var zip = new ZipFile(file.toFile())) {
      workbook = zip.getEntry("xl/workbook.xml") != null;
      document = zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null;
    }
    if (workbook) {
      return new XlsxFile(file);
    }
    if (document) {
      return new OdsFile(file);
    }
    throw new Refusal("import.no-table");
  }

  private static SheetFile text(Path file, String head) throws IOException {
    // Of a text in UTF-16 every second byte is zero.
    var start = head.replace("\0", "").toLowerCase(Locale.ROOT);
    if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw new Refusal("import.no-table");
    }
    boolean isPage =
        start.contains("<table") || start.contains("<html") || start.contains("<!doctype html");
    if (isPage) {
      return new HtmlFile(small(file));
    }
    if (start.length() < head.length() / 3) {
      throw new Refusal("import.no-table");
    }
    return new CsvFile(file);
  }
}
