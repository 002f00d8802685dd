package vn.lantoa.console.content;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Finding;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.ContentVersion.Rendition;
import vn.lantoa.content.Section;

/// The editor's fields, as typed, and the content file they make.
///
/// @param base the hash the author started from; empty for a new item
public record ContentForm(
    @Nullable String id,
    @Nullable String title,
    @Nullable String topic,
    @Nullable List<String> audiences,
    @Nullable String validFrom,
    @Nullable String validTo,
    @Nullable String link,
    @Nullable String source,
    @Nullable String sms,
    @Nullable String subject,
    @Nullable String email,
    @Nullable String social,
    @Nullable String radio,
    @Nullable String portal,
    @Nullable String base) {

  /// What YAML surely reads as text without quotes.
  private static final Pattern PLAIN =
      Pattern.compile("\\p{L}[\\p{L}\\p{N} ,./()–-]*[\\p{L}\\p{N}.)]|https://[a-z0-9./?=&%_-]+");

  /// A file and which field each of its lines came from.
  ///
  /// @param fields first line → field; a line belongs to the nearest entry before it
  record Composed(String markdown, NavigableMap<Integer, String> fields) {

    String fieldOf(Finding finding) {
      if (finding.key().endsWith("source-missing")) {
        return "source";
      }
      var entry = fields.floorEntry(finding.line());
      return entry == null ? "title" : entry.getValue();
    }
  }

  static ContentForm empty(LocalDate today) {
    return new ContentForm(
        "",
        "",
        "",
        List.of(),
        today.toString(),
        today.withMonth(12).withDayOfMonth(31).toString(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  static ContentForm of(ContentVersion version) {
    return new ContentForm(
        version.itemId(),
        version.title(),
        version.topic(),
        version.audiences(),
        version.validFrom().toString(),
        version.validTo().toString(),
        version.link(),
        version.source(),
        body(version, Section.SMS),
        version.renditions().getOrDefault(Section.EMAIL, new Rendition("", "")).subject(),
        body(version, Section.EMAIL),
        body(version, Section.SOCIAL),
        body(version, Section.RADIO),
        body(version, Section.PORTAL),
        version.hash());
  }

  private static String body(ContentVersion version, Section section) {
    return version.renditions().getOrDefault(section, new Rendition("", "")).body();
  }

  ContentForm withId(String newId) {
    return new ContentForm(
        newId, title, topic, audiences, validFrom, validTo, link, source, sms, subject, email,
        social, radio, portal, base);
  }

  /// What is in a field; the names are those of the form.
  public String value(String field) {
    var value =
        switch (field) {
          case "id" -> id;
          case "title" -> title;
          case "topic" -> topic;
          case "validFrom" -> validFrom;
          case "validTo" -> validTo;
          case "link" -> link;
          case "source" -> source;
          case "sms" -> sms;
          case "subject" -> subject;
          case "email" -> email;
          case "social" -> social;
          case "radio" -> radio;
          case "portal" -> portal;
          case "base" -> base;
          default -> throw new IllegalArgumentException(field);
        };
    return value == null ? "" : value;
  }

  public List<String> chosenAudiences() {
    return audiences == null ? List.of() : audiences;
  }

  /// Sections nobody wrote are left out.
  Map<Section, Rendition> renditions() {
    var renditions = new EnumMap<Section, Rendition>(Section.class);
    for (var section : Section.values()) {
      var body = unix(value(section.key())).strip();
      var heading = section == Section.EMAIL ? value("subject").strip() : "";
      if (!body.isEmpty() || !heading.isEmpty()) {
        renditions.put(section, new Rendition(heading, body));
      }
    }
    return renditions;
  }

  Composed compose() {
    var file = new StringBuilder("---\n");
    var fields = new TreeMap<Integer, String>();
    header(file, fields, "id", "id", quoted(value("id")));
    header(file, fields, "title", "title", quoted(value("title")));
    header(file, fields, "topic", "topic", quoted(value("topic")));
    header(
        file, fields, "audiences", "audiences", "[" + String.join(", ", chosenAudiences()) + "]");
    header(file, fields, "validFrom", "valid", value("validFrom") + "/" + value("validTo"));
    if (!value("link").isBlank()) {
      header(file, fields, "link", "link", quoted(value("link")));
    }
    if (!value("source").isBlank()) {
      header(file, fields, "source", "source", quoted(value("source")));
    }
    file.append("---\n");
    for (var section : Section.values()) {
      section(file, fields, section);
    }
    return new Composed(file.toString().stripTrailing() + "\n", fields);
  }

  /// Empty ones too, so that lint says at the right field that something is missing.
  private void section(StringBuilder file, NavigableMap<Integer, String> fields, Section section) {
    boolean email = section == Section.EMAIL;
    fields.put(nextLine(file), email && value("subject").isBlank() ? "subject" : section.key());
    file.append("## ").append(section.key());
    if (email) {
      file.append(": ").append(oneLine(value("subject")));
    }
    file.append('\n');
    fields.put(nextLine(file), section.key());
    var body = unix(value(section.key())).strip();
    file.append(body).append(body.isEmpty() ? "\n" : "\n\n");
  }

  private static void header(
      StringBuilder file,
      NavigableMap<Integer, String> fields,
      String field,
      String key,
      String value) {
    fields.put(nextLine(file), field);
    file.append(key).append(": ").append(value).append('\n');
  }

  private static int nextLine(StringBuilder file) {
    return (int) file.chars().filter(character -> character == '\n').count() + 1;
  }

  /// As a YAML scalar that can be nothing but text.
  private static String quoted(String value) {
    var line = oneLine(value);
    return PLAIN.matcher(line).matches() && !line.contains(" -")
        ? line
        : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String unix(String value) {
    return value.replace("\r\n", "\n").replace('\r', '\n');
  }
}
