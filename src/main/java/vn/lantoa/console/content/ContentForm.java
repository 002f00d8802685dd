package vn.lantoa.console.content;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.ContentVersion.Rendition;
import vn.lantoa.content.SavedDraft;
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

  /// Everything there is to type or choose but the audiences, in the order of the form.
  private static final List<String> FIELDS =
      List.of(
          "id",
          "title",
          "topic",
          "validFrom",
          "validTo",
          "link",
          "source",
          "sms",
          "subject",
          "email",
          "social",
          "radio",
          "portal",
          "base");

  /// As a draft keeps it.
  Map<String, List<String>> fields() {
    var fields = new LinkedHashMap<String, List<String>>();
    FIELDS.forEach(field -> fields.put(field, List.of(value(field))));
    fields.put("audiences", chosenAudiences());
    return fields;
  }

  static ContentForm of(SavedDraft draft) {
    return new ContentForm(
        draft.value("id"),
        draft.value("title"),
        draft.value("topic"),
        draft.fields().getOrDefault("audiences", List.of()),
        draft.value("validFrom"),
        draft.value("validTo"),
        draft.value("link"),
        draft.value("source"),
        draft.value("sms"),
        draft.value("subject"),
        draft.value("email"),
        draft.value("social"),
        draft.value("radio"),
        draft.value("portal"),
        draft.value("base"));
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

  ContentForm withBase(String newBase) {
    return new ContentForm(
        id, title, topic, audiences, validFrom, validTo, link, source, sms, subject, email, social,
        radio, portal, newBase);
  }

  String fileName() {
    return value("id") + ".md";
  }

  /// Whether anything was written for a channel.
  public boolean has(Section section) {
    return renditions().containsKey(section);
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

  ComposedFile compose() {
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
    renditions().forEach((section, rendition) -> section(file, fields, section, rendition));
    return new ComposedFile(file.toString().stripTrailing() + "\n", fields);
  }

  private static void section(
      StringBuilder file,
      NavigableMap<Integer, String> fields,
      Section section,
      Rendition rendition) {
    boolean email = section == Section.EMAIL;
    boolean subjectMissing = email && rendition.subject().isEmpty();
    fields.put(nextLine(file), subjectMissing ? "subject" : section.key());
    file.append("## ").append(section.key());
    if (email) {
      file.append(": ").append(oneLine(rendition.subject()));
    }
    file.append('\n');
    fields.put(nextLine(file), section.key());
    file.append(rendition.body()).append(rendition.body().isEmpty() ? "\n" : "\n\n");
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
