package vn.lantoa.console.frame;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What was typed into a form, without the spaces around it; what was not sent is empty.
///
/// @param prefix what the names of all fields meant here begin with
public record FormFields(MultiValueMap<String, String> fields, String prefix) {

  public static FormFields of(MultiValueMap<String, String> fields) {
    return new FormFields(fields, "");
  }

  /// Those whose names begin with more.
  public FormFields below(String more) {
    return new FormFields(fields, prefix + more);
  }

  public String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(prefix + name), "").strip();
  }

  /// All values of a field that may be ticked several times, in the order of the page.
  public Set<String> texts(String name) {
    return new LinkedHashSet<>(fields.getOrDefault(prefix + name, List.of()));
  }

  /// The number in a field; null: there is none, or it is no number.
  public @Nullable Long number(String name) {
    return numberIn(text(name));
  }

  /// The number a text is; null: it is none.
  public static @Nullable Long numberIn(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
