package vn.lantoa.console.list;

import java.util.List;

/// A filter somebody chooses from a few values.
///
/// @param name of the field in the address
/// @param label in the reader's language
/// @param options in the order of the page, without the one that means all of them
/// @param all what the option says that leaves it open; empty: there is none
/// @param chosen the value chosen; empty: none
public record Choice(String name, String label, List<Option> options, String all, String chosen) {

  public record Option(String value, String label) {}

  /// What was chosen, in words; empty: nothing.
  String words() {
    return options.stream()
        .filter(option -> !chosen.isEmpty() && option.value().equals(chosen))
        .map(option -> option.label().strip())
        .findFirst()
        .orElse("");
  }
}
