package vn.lantoa.console.list;

import java.util.List;
import java.util.stream.Stream;

/// What a cell shows on the page, piece by piece.
public record Cell(List<Part> parts) {

  /// A piece of a cell.
  public sealed interface Part {}

  /// What the row is called.
  ///
  /// @param href where its page is; empty: it has none
  public record Title(String text, String href) implements Part {}

  public record Link(String text, String href) implements Part {}

  public record Plain(String text) implements Part {}

  /// Something that keeps together on one line: a date, a channel.
  public record Short(String text) implements Part {}

  /// A line below, less important.
  public record Note(String text) implements Part {}

  /// @param tone as of states: `good`, `bad`, `warn`, `busy`, `calm`
  public record Badge(String text, String tone) implements Part {}

  /// A picture with its word.
  public record Picture(String icon, String text) implements Part {}

  /// A button with a form of its own; not in a list whose rows can be chosen, which is a form.
  ///
  /// @param look as of `frame.act`
  /// @param confirm what is asked before; empty: nothing
  public record Act(String action, String text, String look, String confirm) implements Part {}

  public static Cell of(Part... parts) {
    return new Cell(List.of(parts));
  }

  public static Cell of(Stream<? extends Part> parts) {
    return new Cell(parts.<Part>map(part -> part).toList());
  }

  public static Cell plain(String text) {
    return text.isEmpty() ? of() : of(new Plain(text));
  }

  /// On a phone not even its heading is shown.
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// The cell and what goes below it, if there is something to say.
  public Cell noted(String note) {
    return note.isEmpty() ? this : and(new Note(note));
  }

  public Cell and(Part part) {
    return of(Stream.concat(parts.stream(), Stream.of(part)));
  }
}
