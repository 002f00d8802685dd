package vn.lantoa.console.list;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Order;

/// Where the rows of a list come from, filtered and in the order asked for.
public sealed interface Rows<T> {

  /// Those of one page.
  Stretch<T> stretch(Asked asked);

  /// All of them, read in parts: no connection is held while they are written down.
  Stream<T> all();

  /// How many there are; empty: nobody counted.
  OptionalLong count();

  /// The same rows, each as something else: made only of those that are shown.
  default <R> Rows<R> as(Function<T, R> seen) {
    return new Seen<>(this, seen);
  }

  record Seen<T, R>(Rows<T> rows, Function<T, R> seen) implements Rows<R> {

    @Override
    public Stretch<R> stretch(Asked asked) {
      var stretch = rows.stretch(asked);
      return new Stretch<>(stretch.rows().stream().map(seen).toList(), stretch.paging());
    }

    @Override
    public Stream<R> all() {
      return rows.all().map(seen);
    }

    @Override
    public OptionalLong count() {
      return rows.count();
    }
  }

  record Stretch<T>(List<T> rows, Paging paging) {}

  /// Rows that are near at hand.
  static <T> Rows<T> of(List<T> rows) {
    return new Numbered<>(
        (offset, limit) -> rows.stream().skip(offset).limit(limit).toList(),
        rows.size(),
        rows::stream);
  }

  /// Likewise, put in order here.
  ///
  /// @param orders what the columns that sort compare
  static <T> Rows<T> of(List<T> rows, Order order, Map<String, Comparator<T>> orders) {
    var by = orders.get(order.by());
    return by == null
        ? of(rows)
        : of(rows.stream().sorted(order.down() ? by.reversed() : by).toList());
  }

  /// A part of a list that has numbers.
  @FunctionalInterface
  interface Part<T> {
    List<T> of(int offset, int limit);
  }

  /// The rows that follow one of them.
  @FunctionalInterface
  interface Following<T> {

    /// @param after null: from the first on
    List<T> of(@Nullable Long after, int limit);
  }

  /// In pages with numbers.
  ///
  /// @param counted how many there are
  record Numbered<T>(Part<T> part, long counted, All<T> everything) implements Rows<T> {

    @FunctionalInterface
    public interface All<T> {
      Stream<T> stream();
    }

    @Override
    public Stretch<T> stretch(Asked asked) {
      int number = asked.page();
      // One more than is shown says whether there is a next page.
      var rows = part.of((number - 1) * Paging.SIZE, Paging.SIZE + 1);
      return new Stretch<>(
          Rows.shown(rows),
          new Paging(
              number,
              number > 1 ? asked.hrefOfPage(number - 1) : null,
              rows.size() > Paging.SIZE ? asked.hrefOfPage(number + 1) : null));
    }

    @Override
    public Stream<T> all() {
      return everything.stream();
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.of(counted);
    }
  }

  /// Too many for numbers: always from a row on. As quick far down as on the first page, and what
  /// comes in meanwhile moves nothing.
  record Onward<T>(Following<T> following, ToLongFunction<T> id) implements Rows<T> {

    /// Rows read at once for a file.
    private static final int PART = 1_000;

    @Override
    public Stretch<T> stretch(Asked asked) {
      var after = asked.after();
      var rows = following.of(after, Paging.SIZE + 1);
      var shown = Rows.shown(rows);
      return new Stretch<>(
          shown,
          new Paging(
              0,
              after == null ? null : asked.href(),
              rows.size() > Paging.SIZE ? asked.hrefAfter(id.applyAsLong(shown.getLast())) : null));
    }

    @Override
    public Stream<T> all() {
      return Stream.iterate(
              following.of(null, PART),
              part -> !part.isEmpty(),
              part ->
                  part.size() < PART
                      ? List.<T>of()
                      : following.of(id.applyAsLong(part.getLast()), PART))
          .flatMap(List::stream);
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.empty();
    }
  }

  private static <T> List<T> shown(List<T> rows) {
    return rows.size() > Paging.SIZE ? rows.subList(0, Paging.SIZE) : rows;
  }

  /// All rows of these keys, read in parts.
  ///
  /// @param read the rows of some keys, in their order
  static <T> Stream<T> inParts(List<Long> keys, Function<List<Long>, List<T>> read) {
    return Stream.iterate(0, start -> start < keys.size(), start -> start + Onward.PART)
        .flatMap(start ->
            read.apply(keys.subList(start, Math.min(start + Onward.PART, keys.size()))).stream());
  }
}
