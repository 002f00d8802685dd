package vn.lantoa.content;

import java.util.ArrayList;
import java.util.List;

/// A text cut at its placeholders: one piece more than slots.
record Cut(List<String> pieces, List<Placeholder> slots, int length) {

  /// Inside the program a placeholder is one character of the private use area: Markdown takes it for a letter,
  /// and no sanitiser takes it apart as it does with braces. Lint and renderer refuse these characters in texts
  /// and values.
  private static final char FIRST_MARK = '\uE000';

  /// Puts marks where the placeholders are; anything else between braces stays as it is.
  static String marked(String text) {
    var clean = text;
    for (var placeholder : Placeholder.values()) {
      clean = clean.replace(mark(placeholder), "\uFFFD");
    }
    for (var placeholder : Placeholder.values()) {
      clean = clean.replace(placeholder.written(), mark(placeholder));
    }
    return clean;
  }

  static String mark(Placeholder placeholder) {
    return String.valueOf((char) (FIRST_MARK + placeholder.ordinal()));
  }

  static Cut of(String marked) {
    var pieces = new ArrayList<String>();
    var slots = new ArrayList<Placeholder>();
    int from = 0;
    for (int i = 0; i < marked.length(); i++) {
      int slot = marked.charAt(i) - FIRST_MARK;
      if (slot >= 0 && slot < Placeholder.values().length) {
        pieces.add(marked.substring(from, i));
        slots.add(Placeholder.values()[slot]);
        from = i + 1;
      }
    }
    pieces.add(marked.substring(from));
    return new Cut(List.copyOf(pieces), List.copyOf(slots), marked.length());
  }

  /// @param fill by ordinal of the placeholder
  String with(String[] fill) {
    if (slots.isEmpty()) {
      return pieces.getFirst();
    }
    var out = new StringBuilder(length + 64 * slots.size());
    for (int i = 0; i < slots.size(); i++) {
      out.append(pieces.get(i)).append(fill[slots.get(i).ordinal()]);
    }
    return out.append(pieces.getLast()).toString();
  }
}
