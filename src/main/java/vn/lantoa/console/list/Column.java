package vn.lantoa.console.list;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lantoa.console.frame.Page;

/// One column of a list, said once: how it is headed, how a cell reads on the page, what stands in
/// a file, whether the list can be put in order by it.
///
/// @param key what it is called in addresses, and by who puts the rows in order
/// @param heading key of its heading in the messages
/// @param cell null: only in files
/// @param value a text, a [Number], a [LocalDate], an [Instant] or null; null: only on the page
/// @param sorts whether the rows can be put in order by it
public record Column<T>(
    String key,
    String heading,
    @Nullable BiFunction<Page, T, Cell> cell,
    @Nullable BiFunction<Page, T, @Nullable Object> value,
    boolean sorts) {

  /// The same words on the page and in the file.
  public static <T> Column<T> text(String key, String heading, BiFunction<Page, T, String> text) {
    return new Column<>(
        key, heading, (page, row) -> Cell.plain(text.apply(page, row)), text::apply, false);
  }

  /// A moment, to the minute, as it is in Viet Nam.
  public static <T> Column<T> moment(
      String key, String heading, Function<T, @Nullable Instant> moment) {
    return new Column<>(
        key,
        heading,
        (page, row) -> {
          var at = moment.apply(row);
          return at == null ? Cell.plain("–") : Cell.of(new Cell.Short(page.dateTime(at)));
        },
        (_, row) -> moment.apply(row),
        false);
  }

  public static <T> Column<T> of(
      String key,
      String heading,
      BiFunction<Page, T, Cell> cell,
      BiFunction<Page, T, @Nullable Object> value) {
    return new Column<>(key, heading, cell, value, false);
  }

  public static <T> Column<T> onPage(String key, String heading, BiFunction<Page, T, Cell> cell) {
    return new Column<>(key, heading, cell, null, false);
  }

  public static <T> Column<T> inFile(
      String key, String heading, BiFunction<Page, T, @Nullable Object> value) {
    return new Column<>(key, heading, null, value, false);
  }

  public Column<T> sorted() {
    return new Column<>(key, heading, cell, value, true);
  }

  /// What a page shows of a row; nothing for a column that is only in files.
  Cell shown(Page page, T row) {
    return cell == null ? Cell.of() : cell.apply(page, row);
  }

  /// What a file holds of a row; null also for a column that is only on the page.
  @Nullable Object filed(Page page, T row) {
    return value == null ? null : value.apply(page, row);
  }
}
