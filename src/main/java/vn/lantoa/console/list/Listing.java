package vn.lantoa.console.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;

/// One list as somebody asked for it: what it consists of, and the rows. Page and file are made
/// from the same one, so a file holds what the page shows, whoever asks.
///
/// @param title in the reader's language
/// @param order the one the rows are in
/// @param id what a row is known by where it is chosen
/// @param search what its field for words is called; empty: it has none
/// @param dates what its days are the days of; empty: it has none
/// @param chosen whether rows can be chosen
/// @param counted key of what is said about how many there are; empty: nothing is
public record Listing<T>(
    String title,
    Asked asked,
    Order order,
    List<Column<T>> columns,
    Function<T, String> id,
    Rows<T> rows,
    String search,
    String dates,
    String counted,
    List<Choice> choices,
    boolean chosen,
    List<BulkAct> acts) {

  public static <T> Listing<T> of(
      String title,
      Asked asked,
      Order order,
      List<Column<T>> columns,
      Function<T, String> id,
      Rows<T> rows) {
    return new Listing<>(
        title, asked, order, columns, id, rows, "", "", "", List.of(), false, List.of());
  }

  public Listing<T> searchedBy(String label) {
    return new Listing<>(
        title, asked, order, columns, id, rows, label, dates, counted, choices, chosen, acts);
  }

  public Listing<T> datedBy(String label) {
    return new Listing<>(
        title, asked, order, columns, id, rows, search, label, counted, choices, chosen, acts);
  }

  public Listing<T> countedAs(String key) {
    return new Listing<>(
        title, asked, order, columns, id, rows, search, dates, key, choices, chosen, acts);
  }

  public Listing<T> choosing(List<Choice> some) {
    return new Listing<>(
        title, asked, order, columns, id, rows, search, dates, counted, some, chosen, acts);
  }

  /// Rows can be chosen, for a file of them alone.
  public Listing<T> choosable() {
    return new Listing<>(
        title, asked, order, columns, id, rows, search, dates, counted, choices, true, acts);
  }

  /// Rows can be chosen, for a file and for these acts.
  public Listing<T> acting(List<BulkAct> some) {
    return new Listing<>(
        title, asked, order, columns, id, rows, search, dates, counted, choices, true, some);
  }

  /// As its page shows it.
  public ListView on(Page page) {
    var stretch = rows.stretch(asked);
    var shown = columns.stream().filter(column -> column.cell() != null).toList();
    return new ListView(
        title,
        asked,
        shown.stream().map(column -> heading(column, page)).toList(),
        stretch.rows().stream().map(row -> line(row, shown, page)).toList(),
        stretch.paging(),
        counted.isEmpty() ? "" : page.t(counted, rows.count().orElseThrow()),
        search,
        dates,
        choices,
        chosen,
        acts);
  }

  private ListView.Line line(T row, List<Column<T>> shown, Page page) {
    return new ListView.Line(
        id.apply(row), shown.stream().map(column -> column.shown(page, row)).toList());
  }

  private ListView.Heading heading(Column<T> column, Page page) {
    boolean here = column.sorts() && order.by().equals(column.key());
    var next = new Order(column.key(), here && !order.down());
    return new ListView.Heading(
        column.key(),
        page.t(column.heading()),
        column.sorts() ? asked.hrefOrdered(next) : "",
        !here ? "none" : order.down() ? "descending" : "ascending");
  }

  /// What it is narrowed to, in words, for the name of a file and the trail.
  List<String> filter() {
    return Stream.concat(
            choices.stream().map(Choice::words),
            Stream.of(asked.words(), asked.text("tu"), asked.text("den")))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.toList());
  }

  /// The rows of a file: all of them, or those chosen of them and no others.
  Stream<T> filed() {
    var chosen = asked.chosen();
    return chosen.isEmpty()
        ? rows.all()
        : rows.all().filter(row -> chosen.contains(id.apply(row))).limit(chosen.size());
  }

  /// What stands in a file of a row.
  List<@Nullable Object> values(Page page, T row) {
    var values = new ArrayList<@Nullable Object>();
    filedColumns().forEach(column -> values.add(column.filed(page, row)));
    return values;
  }

  List<Column<T>> filedColumns() {
    return columns.stream().filter(column -> column.value() != null).toList();
  }
}
