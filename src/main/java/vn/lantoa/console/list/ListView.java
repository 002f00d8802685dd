package vn.lantoa.console.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.common.Order;

/// A list as its page shows it.
///
/// @param count how many there are, in words; empty: nobody counted
public record ListView(
    String title,
    Asked asked,
    List<Heading> headings,
    List<Line> lines,
    Paging paging,
    String count,
    String search,
    String dates,
    List<Choice> choices,
    boolean choosable,
    List<BulkAct> acts) {

  /// @param href the list ordered by this column; empty: it does not sort
  /// @param sort as `aria-sort` says it
  public record Heading(String key, String text, String href, String sort) {

    public boolean sorts() {
      return !href.isEmpty();
    }
  }

  /// One row.
  public record Line(String id, List<Cell> cells) {

    /// What it is called, for those who hear it.
    public String name() {
      return cells.stream()
          .flatMap(cell -> cell.parts().stream())
          .flatMap(part -> part instanceof Cell.Title title ? Stream.of(title.text()) : Stream.of())
          .findFirst()
          .orElse(id);
    }
  }

  public boolean isFiltered() {
    return !asked.words().isEmpty()
        || !asked.text("tu").isEmpty()
        || !asked.text("den").isEmpty()
        || choices.stream()
            .anyMatch(choice -> !choice.all().isEmpty() && !choice.words().isEmpty());
  }

  /// Whether anything can be looked for or put in order.
  public boolean isAskable() {
    return !search.isEmpty()
        || !dates.isEmpty()
        || !choices.isEmpty()
        || headings.stream().anyMatch(Heading::sorts);
  }

  /// What the form of the filters hands on without showing it.
  public Map<String, String> kept() {
    var shown = choices.stream().map(Choice::name).collect(Collectors.toSet());
    shown.addAll(Set.of("q", "tu", "den", "xep", "trang", "sau", "chon", "tep", "_csrf"));
    var kept = new LinkedHashMap<String, String>();
    asked
        .fields()
        .forEach((name, values) -> {
          if (!shown.contains(name) && !values.isEmpty()) {
            kept.put(name, values.getFirst());
          }
        });
    return kept;
  }

  /// The orders to choose from where there is no room for headings.
  public List<Choice.Option> orders(String up, String down) {
    return headings.stream()
        .filter(Heading::sorts)
        .flatMap(heading ->
            Stream.of(
                new Choice.Option(new Order(heading.key(), false).asked(), heading.text() + up),
                new Choice.Option(new Order(heading.key(), true).asked(), heading.text() + down)))
        .toList();
  }

  /// The order it is in, as an address says it; empty: none of its columns'.
  public String ordered() {
    return headings.stream()
        .filter(heading -> !heading.sort().equals("none"))
        .map(heading -> new Order(heading.key(), heading.sort().equals("descending")).asked())
        .findFirst()
        .orElse("");
  }

  public String hrefOfFile(String format) {
    return asked.hrefOfFile(format);
  }
}
