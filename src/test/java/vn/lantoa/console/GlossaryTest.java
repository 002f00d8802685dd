package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.broadcast.Station;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.common.Messages;
import vn.lantoa.content.Approval;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.Section;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Role;

/// Every word a screen can show exists, in both languages.
class GlossaryTest {

  private static final Pattern USED = Pattern.compile("page\\.t\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  private final MessageSource messages = Messages.source();

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyStateAndRoleHasALabel(String language) {
    var missing = new ArrayList<String>();

    Stream.of(
            labels("status.campaign.", CampaignStatus.values()),
            labels("status.delivery.", DeliveryStatus.values()),
            labels("status.content.", ContentStatus.values()),
            labels("decision.", Approval.Decision.values()),
            labels("section.", Section.values()),
            labels("section-short.", Section.values()),
            labels("role.", Role.values()),
            labels("unit-kind.", OrgUnit.Kind.values()),
            labels("station-kind.", Station.Kind.values()),
            labels("suppression.", SuppressionReason.values()),
            Stream.of(Nav.values()).filter(nav -> nav != Nav.NONE).map(Nav::key))
        .flatMap(keys -> keys)
        .filter(key -> !exists(key, language))
        .forEach(missing::add);

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyMessageATemplateAsksForExists(String language) throws IOException {
    var missing = new TreeSet<String>();

    for (var template : templates()) {
      USED.matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !exists(key, language))
          .forEach(key -> missing.add(template + ": " + key));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    var vietnamese = bundle("vi");
    var english = bundle("en");

    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    for (var key : vietnamese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(vietnamese.getProperty(key)));
    }
  }

  @Test
  void noApostropheEatsAnArgument() throws IOException {
    for (var language : List.of("vi", "en")) {
      // In a message format a single quote starts a quotation and swallows the braces after it.
      assertThat(bundle(language).values()).noneMatch(text -> text.toString().contains("'"));
    }
  }

  private boolean exists(String key, String language) {
    return messages.getMessage(key, new Object[] {1, 1, 1}, null, Locale.of(language)) != null;
  }

  private static Stream<String> labels(String family, Enum<?>[] values) {
    return Stream.of(values).map(value -> family + value.name());
  }

  private static TreeSet<String> places(String text) {
    var places = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
    return places;
  }

  private static List<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  private static Properties bundle(String language) throws IOException {
    var properties = new Properties();
    var file = "/messages/console_" + language + ".properties";
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(GlossaryTest.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
