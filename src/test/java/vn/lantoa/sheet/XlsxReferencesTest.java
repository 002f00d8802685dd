package vn.lantoa.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;

/// Each of them took all memory: half a minute, and the end of the process.
class XlsxReferencesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='A2' t='s'><v>999999999</v></c>",
        "<c r='A2' t='s'><v> 2147483647 </v></c>",
        "<c r='A2' t='s'><v>9<x/>99999999</v></c>",
        "<c r='A2' t='s'><f>1</f><v>999<![CDATA[999999]]></v></c>",
        "<c r='GHIJKL2'><v>1</v></c>",
        "<c r='ZZZZZZZZ2' t='inlineStr'><is><t>x</t></is></c>",
        "<c r='$GHIJKL$2'><v>1</v></c>"
      })
  void aCellThatNamesWhatNoWorkbookHoldsIsRefused(String cell) throws IOException {
    assertThatThrownBy(() -> rows(cell))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("import.damaged"));
  }

  @Test
  void whatAWorkbookHoldsIsRead() throws IOException {
    assertThat(
            rows(
                "<c r='A1' t='s'><v>1</v></c><c r='B1'><v>912345678</v></c><c r='XFD1' t='s'><v>0</v></c>"))
        .containsExactly(new SheetRow(1, List.of("Bình", "912345678")));
  }

  /// A million digits took half a minute, and again with each look at them.
  @ParameterizedTest
  @ValueSource(strings = {"", " t='n'", " t='d'", " t='str' x:t='n' xmlns:x='y'"})
  void aNumberNoSheetHoldsIsRefused(String type) {
    var cell = "<c r='A1'" + type + "><v>" + "9".repeat(1_000_000) + "</v></c>";

    assertThatThrownBy(() -> rows(cell)).hasMessageContaining("import.damaged");
  }

  @Test
  void aLongTextOfAFormulaIsRead() throws IOException {
    assertThat(rows("<c r='A1' t='str'><f>B1</f><v>" + "An ".repeat(60) + "</v></c>"))
        .singleElement()
        .matches(row -> row.cells().getFirst().length() == 179);
  }

  /// Nothing stands there: the row has a hole, as it would in Excel.
  @Test
  void aTextThatIsNotThereIsNone() throws IOException {
    assertThat(rows("<c r='A1' t='s'><v>7</v></c><c r='B1'><v>5</v></c>"))
        .containsExactly(new SheetRow(1, List.of("", "5")));
  }

  private List<SheetRow> rows(String cells) throws IOException {
    var file = folder.resolve("danh-sach");
    BareWorkbook.write(file, "<row>" + cells + "</row>", "<si><t>An</t></si><si><t>Bình</t></si>");
    var rows = new ArrayList<SheetRow>();
    try (var open = SheetFiles.open(file)) {
      open.read(0, rows::add);
    }
    return rows;
  }
}
