package vn.lantoa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text cut at its placeholders: one piece more than slots.
record Cut(List<String> pieces, List<Placeholder> slots, int length) {

  /// Puts marks where the placeholders are; anything else between braces stays as it is.
  static String marked(String text) {
    var marked = text;
    for (var placeholder : Placeholder.values()) {
      marked = marked.replace(placeholder.mark(), "\uFFFD");
    }
    for (var placeholder : Placeholder.values()) {
      marked = marked.replace(placeholder.written(), placeholder.mark());
    }
    return marked;
  }

  static Cut of(String marked) {
    var pieces = new ArrayList<String>();
    var slots = new ArrayList<Placeholder>();
    int from = 0;
    for (int i = 0; i < marked.length(); i++) {
      var slot = Placeholder.of(marked.charAt(i));
      if (slot.isPresent()) {
        pieces.add(marked.substring(from, i));
        slots.add(slot.get());
        from = i + 1;
      }
    }
    pieces.add(marked.substring(from));
    return new Cut(List.copyOf(pieces), List.copyOf(slots), marked.length());
  }

  /// @param values one for each slot
  String with(Map<Placeholder, String> values) {
    if (slots.isEmpty()) {
      return pieces.getFirst();
    }
    var out = new StringBuilder(length + 64 * slots.size());
    for (int i = 0; i < slots.size(); i++) {
      out.append(pieces.get(i)).append(values.get(slots.get(i)));
    }
    return out.append(pieces.getLast()).toString();
  }
}
