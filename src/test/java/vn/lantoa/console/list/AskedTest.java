package vn.lantoa.console.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import vn.lantoa.common.DayRange;
import vn.lantoa.common.Order;
import vn.lantoa.common.Refusal;

class AskedTest {

  private static final List<Column<String>> COLUMNS =
      List.of(
          Column.<String>text("ten", "t", (_, row) -> row).sorted(),
          Column.text("khac", "k", (_, row) -> row));

  @Test
  void daysAreTakenAsFieldsAndAsPeopleWriteThem() {
    assertThat(asked(Map.of("tu", "2026-10-09", "den", "10/10/2026")).days())
        .isEqualTo(new DayRange(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 10)));
    assertThat(asked(Map.of()).days()).isEqualTo(DayRange.ALL);
  }

  @Test
  void aDayThatIsNoneIsNamed() {
    assertThatThrownBy(() -> asked(Map.of("tu", "31/02/2026x")).days())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.arguments()).containsExactly("31/02/2026x"));
    assertThatThrownBy(() -> asked(Map.of("tu", "2026-10-10", "den", "2026-10-09")).days())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void onlyColumnsThatSortPutInOrder() {
    var otherwise = new Order("ten", false);

    assertThat(asked(Map.of("xep", "-ten")).order(COLUMNS, otherwise))
        .isEqualTo(new Order("ten", true));
    for (var wrong : List.of("khac", "-khac", "name desc; drop table recipient", "-", "")) {
      assertThat(asked(Map.of("xep", wrong)).order(COLUMNS, otherwise)).isEqualTo(otherwise);
    }
  }

  @Test
  void anAddressKeepsTheFilterAndForgetsThePlace() {
    var asked = asked(Map.of("q", "a&b=c", "trang", "7", "chon", "3", "_csrf", "secret"));

    assertThat(asked.hrefOfPage(2)).isEqualTo("/noi?q=a%26b%3Dc&trang=2");
    assertThat(asked.hrefOfFile("csv")).isEqualTo("/noi?q=a%26b%3Dc&tep=csv");
    assertThat(asked.href()).isEqualTo("/noi?q=a%26b%3Dc");
  }

  @Test
  void noPageIsBeforeTheFirst() {
    for (var wrong : List.of("-3", "0", "x", "99999999999999999999")) {
      assertThat(asked(Map.of("trang", wrong)).page()).isEqualTo(1);
    }
  }

  private static Asked asked(Map<String, String> fields) {
    var all = new LinkedMultiValueMap<String, String>();
    fields.forEach(all::add);
    return new Asked("/noi", all);
  }
}
