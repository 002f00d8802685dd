package vn.lantoa.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.lantoa.common.Day;
import vn.lantoa.common.YamlNode;
import vn.lantoa.content.ContentVersion.Rendition;

/// What a content file says, once nothing is wrong with it.
record Draft(
    String id,
    String title,
    String topic,
    List<String> audiences,
    Validity validity,
    String link,
    String source,
    Map<Section, Rendition> renditions,
    String markdown) {

  /// The first and the last day it may be sent.
  record Validity(LocalDate from, LocalDate to) {

    /// Reads `2026-01-01/2026-12-31`; empty when it is no such range. The order is not checked.
    static Optional<Validity> parse(String text) {
      var days = text.split("/", -1);
      try {
        return days.length == 2
            ? Optional.of(new Validity(Day.parse(days[0].strip()), Day.parse(days[1].strip())))
            : Optional.empty();
      } catch (java.time.format.DateTimeParseException _) {
        return Optional.empty();
      }
    }
  }

  /// @throws IllegalArgumentException when the file has errors that lint would have found
  static Draft of(ContentFile file) {
    var validity =
        Validity.parse(file.fieldText("valid"))
            .orElseThrow(() -> new IllegalArgumentException("No valid range in " + file.name()));
    return new Draft(
        file.fieldText("id"),
        file.fieldText("title"),
        file.fieldText("topic"),
        Optional.ofNullable(file.header().get("audiences"))
            .map(node -> node.items().stream().map(YamlNode::text).toList())
            .orElse(List.of()),
        validity,
        file.fieldText("link"),
        file.fieldText("source"),
        file.renditions(),
        file.text());
  }

  /// SHA-256 over everything an approver sees: what people receive, and the facts it rests on. Each
  /// part goes in behind its length, so that moving words from one part to the next cannot give the
  /// same hash.
  ///
  /// The approvals in every database rest on this form: it must never change.
  String hash() {
    var sha256 = sha256();
    add(sha256, wordsHash());
    add(sha256, topic);
    add(sha256, validity.from().toString());
    add(sha256, validity.to().toString());
    add(sha256, source);
    audienceSet().forEach(audience -> add(sha256, audience));
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// SHA-256 over what people receive, and nothing else; sections go in the order of the enum.
  /// Versions stored before approval bound the facts as well are known by it, and so are their
  /// approvals and campaigns: it must never change.
  String wordsHash() {
    var sha256 = sha256();
    add(sha256, title);
    add(sha256, link);
    renditions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(entry -> {
          add(sha256, entry.getKey().key());
          add(sha256, entry.getValue().subject());
          add(sha256, entry.getValue().body());
        });
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// Whether that version states the same facts, which its words may or may not share.
  boolean statesFactsOf(ContentVersion version) {
    return topic.equals(version.topic())
        && audienceSet().equals(new TreeSet<>(version.audiences()))
        && validity.equals(new Validity(version.validFrom(), version.validTo()))
        && source.equals(version.source());
  }

  /// The order in which they were ticked says nothing.
  private SortedSet<String> audienceSet() {
    return new TreeSet<>(audiences);
  }

  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
