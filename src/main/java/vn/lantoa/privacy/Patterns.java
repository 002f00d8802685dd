package vn.lantoa.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.common.Folded;

/// What a person is found by in texts of others, as regular expressions of PostgreSQL that ignore
/// case: for `without_person` and `~*`.
public final class Patterns {

  /// Between the digits of a number as people and providers write it.
  private static final String GAP = "[ .-]?";

  private Patterns() {}

  /// Names of one word are left out: they are words of the language.
  public static List<String> of(DataSubject subject) {
    var patterns = new ArrayList<>(addresses(subject.addresses()));
    subject.names().stream()
        .map(String::strip)
        .filter(name -> name.indexOf(' ') > 0)
        .flatMap(name -> Stream.of(name, Folded.of(name)))
        .map(name -> "\\m" + literal(name) + "\\M")
        .distinct()
        .forEach(patterns::add);
    return List.copyOf(patterns);
  }

  /// A number with or without its prefix, in groups or in one.
  public static List<String> addresses(Collection<String> addresses) {
    return addresses.stream()
        .map(address ->
            address.matches("\\+[0-9]{7,15}") ? phone(address.substring(1)) : literal(address))
        .sorted()
        .toList();
  }

  private static String phone(String digits) {
    boolean ours = digits.startsWith("84");
    var own = ours ? digits.substring(2) : digits;
    return (ours ? "(\\+?84|0)?" + GAP : "\\+?")
        + own.chars()
            .mapToObj(digit -> String.valueOf((char) digit))
            .collect(Collectors.joining(GAP));
  }

  private static String literal(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0").replaceAll("\\s+", "\\\\s+");
  }
}
