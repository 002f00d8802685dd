package vn.lantoa.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.common.YamlNode;

/// What lint knows about the world: `config/lint.yaml`.
///
/// @param sample values to measure an SMS with
/// @param deadLinks hosts that were closed
/// @param outdated words that are no longer true
record LintRules(Renderer.Values sample, List<DeadLink> deadLinks, List<Outdated> outdated) {

  /// A host that was closed.
  ///
  /// @param host finds the host in a text, with or without `https://`
  record DeadLink(Pattern host, LocalDate since, String instead) {}

  /// Words that were right once.
  record Outdated(Pattern words, String instead) {}

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static LintRules read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("sample", "dead-links", "outdated"));
    return new LintRules(
        sample(root.field("sample")),
        root.field("dead-links").items().stream().map(LintRules::deadLink).toList(),
        root.field("outdated").items().stream().flatMap(LintRules::outdated).toList());
  }

  private static Renderer.Values sample(YamlNode node) {
    node.fields(Set.of("recipient.name", "unit.name", "unit.short", "link"));
    return new Renderer.Values(
        node.field("recipient.name").text(),
        node.field("unit.name").text(),
        node.field("unit.short").text(),
        node.field("link").text());
  }

  private static DeadLink deadLink(YamlNode node) {
    node.fields(Set.of("host", "since", "instead", "source"));
    return new DeadLink(
        node.field("host").as(LintRules::host),
        node.field("since").as(LocalDate::parse),
        node.field("instead").text());
  }

  /// `*` stands for one or more labels: `dichvucong.*.gov.vn` covers provinces and departments, but
  /// not `dichvucong.gov.vn` itself.
  private static Pattern host(String glob) {
    var labels =
        Stream.of(glob.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}?"));
    return Pattern.compile("(?<![\\w.-])" + labels + "(?![\\w-])(?!\\.\\w)", FLAGS);
  }

  private static Stream<Outdated> outdated(YamlNode node) {
    node.fields(Set.of("words", "instead", "source"));
    var instead = node.field("instead").text();
    return node.field("words").items().stream()
        .map(words -> new Outdated(words.as(LintRules::words), instead));
  }

  private static Pattern words(String words) {
    var spaced =
        Stream.of(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + spaced + "(?![\\p{L}\\p{N}])", FLAGS);
  }
}
