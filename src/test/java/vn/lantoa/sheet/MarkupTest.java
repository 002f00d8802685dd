package vn.lantoa.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;

class MarkupTest {

  @TempDir private Path folder;

  /// Each takes a parser the square of how many there are, or memory without end.
  static Stream<String> markupWithoutEnd() {
    return Stream.of(
        row(20_000, "a%d='1'"),
        row(20_000, "a='1'"),
        row(20_000, "xmlns:a%d='u'"),
        repeated(20_000, "<row xmlns:a%d='u'/>"),
        repeated(20_000, "<row%d/>"),
        repeated(20_000, "<?x%d?>"),
        "<row>".repeat(20_000),
        "<row " + "a".repeat(20_000) + "='1'/>",
        // What ends sooner or later than it seems.
        "<!---><![CDATA[ -->" + row(20_000, "a%d='1'") + "<!-- ]]> -->",
        "<row a='>'>" + row(20_000, "a%d='\"' b%<d='>'"));
  }

  private static String row(int count, String attribute) {
    return "<row " + repeated(count, attribute + " ") + "/>";
  }

  private static String repeated(int count, String markup) {
    return IntStream.range(0, count).mapToObj(markup::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("markupWithoutEnd")
  void markupNobodyWritesIsRefusedBeforeItIsParsed(String markup) throws IOException {
    assertRefused(withSheet(markup.getBytes(UTF_8)));
    assertRefused(withSheet((" \n" + markup).getBytes(UTF_8)));
    for (var charset : List.of(UTF_16, UTF_16BE, UTF_16LE, UTF_32BE, UTF_32LE)) {
      assertRefused(withSheet(("<?xml version='1.0'?><worksheet>" + markup).getBytes(charset)));
    }
    assertRefused(document(markup));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0' encoding='IBM037'?>",
        "<?xml version='1.0' encoding = \"UTF-7\"?>",
        "<?xml version='1.0' encoding='UTF-16'?>",
        "<!DOCTYPE x [<!ENTITY a '<row a0=1>'>]>",
      })
  void aPartInCharactersThatCannotBeLookedThroughIsRefused(String head) throws IOException {
    assertRefused(withSheet((head + "<worksheet/>").getBytes(UTF_8)));
    assertRefused(
        withSheet(
            (head.replace(" version", " ".repeat(5_000) + "version") + "<worksheet/>")
                .getBytes(UTF_8)));
  }

  @Test
  void twoPartsOfOneNameAreRefused() throws IOException {
    var file = withSheet("<worksheet/>".getBytes(UTF_8));
    var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
    Files.write(file, bytes.replace("sheet0.xml", "sheet1.xml").getBytes(ISO_8859_1));

    assertRefused(file);
  }

  @Test
  void wordsOfMarkupInATextAreOnlyText() throws IOException {
    var words = "mergeCell <![CDATA[<row a0='1'>]]> &lt;!-- ".repeat(1_000);
    var file =
        document(
            """
            <?xml version="1.0" encoding="UTF-8"?><!-- a 'comment -> --><?note it's?>
            <office:d xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <table:table table:name="a>b"><table:table-row><table:table-cell><text:p>%s</text:p></table:table-cell>
            </table:table-row></table:table></office:d>
            """
                .formatted(words));

    var rows = new ArrayList<SheetRow>();
    try (var open = SheetFiles.open(file)) {
      open.read(0, rows::add);
    }

    assertThat(rows.getFirst().cell(0)).startsWith("mergeCell <row a0='1'> <!--");
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> ZipLimits.check(file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("import.damaged"));
  }

  private Path withSheet(byte[] sheet) throws IOException {
    return zip(
        Map.of(
            "xl/workbook.xml", "<workbook/>".getBytes(UTF_8),
            "xl/worksheets/sheet0.xml", "<worksheet/>".getBytes(UTF_8),
            "xl/worksheets/sheet1.xml", sheet));
  }

  private Path document(String content) throws IOException {
    return zip(Map.of("mimetype", new byte[0], "content.xml", content.getBytes(UTF_8)));
  }

  private Path zip(Map<String, byte[]> parts) throws IOException {
    var file = folder.resolve("x.bin");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }
}
