package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The open database of weaknesses is asked as its documentation says, over a real wire; the
/// answers have the form of its own examples.
class OsvTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final Component JACKSON =
      new Component(
          "com.fasterxml.jackson.core",
          "jackson-core",
          "2.21.4",
          "pkg:maven/com.fasterxml.jackson.core/jackson-core@2.21.4");
  private static final Component TABLER =
      new Component(
          "org.webjars.npm",
          "tabler__core",
          "1.4.0",
          "pkg:maven/org.webjars.npm/tabler__core@1.4.0");

  private final List<String> asked = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestURI() + " " + body);
          var answer = answers.isEmpty() ? "" : answers.removeFirst();
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.isEmpty() ? 503 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksForAllAtOnceAndThenForEachWeakness() throws Exception {
    answers.add(
        """
        {"results": [{"vulns": [{"id": "GHSA-1", "modified": "2026-10-01T00:00:00Z"}],
                      "next_page_token": "more"},
                     {"vulns": [{"id": "GHSA-2"}]}]}
        """);
    answers.add("{\"results\": [{\"vulns\": [{\"id\": \"GHSA-3\"}]}]}");
    answers.add(
        """
        {"id": "GHSA-1", "aliases": ["CVE-2026-89407"], "summary": "Never ends: \\"a\\"",
         "affected": [
          {"package": {"ecosystem": "Maven", "name": "com.fasterxml.jackson.core:jackson-core"},
           "ranges": [{"type": "ECOSYSTEM",
                       "events": [{"introduced": "0"}, {"fixed": "2.18.11"}]}]},
          {"package": {"ecosystem": "Maven", "name": "com.fasterxml.jackson.core:jackson-core"},
           "ranges": [{"type": "ECOSYSTEM",
                       "events": [{"introduced": "2.19.0"}, {"last_affected": "2.21.6"}]}]},
          {"package": {"ecosystem": "Maven", "name": "tools.jackson.core:jackson-core"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "3.0.0"}]}]}]}
        """);
    answers.add(
        """
        {"id": "GHSA-2", "affected": [
          {"package": {"ecosystem": "npm", "name": "@tabler/core"},
           "versions": ["1.4.0", "1.4.1"]}]}
        """);
    answers.add("{\"id\": \"GHSA-3\", \"withdrawn\": \"2026-10-02T00:00:00Z\"}");

    var found = osv().against(List.of(JACKSON, TABLER));

    assertThat(found)
        .containsExactly(
            new Advisory(
                "CVE-2026-89407",
                "com.fasterxml.jackson.core:jackson-core",
                List.of("(,2.18.11)", "[2.19.0,2.21.6]"),
                "2.18.11",
                "Never ends: \"a\"",
                "https://osv.dev/vulnerability/GHSA-1",
                TODAY,
                true),
            new Advisory(
                "GHSA-2",
                "org.webjars.npm:tabler__core",
                List.of("[1.4.0]", "[1.4.1]"),
                "-",
                "",
                "https://osv.dev/vulnerability/GHSA-2",
                TODAY,
                true));
    assertThat(found).allMatch(one -> one.hits(JACKSON) || one.hits(TABLER));
    assertThat(asked).hasSize(5);
    assertThat(asked.get(0))
        .startsWith("/v1/querybatch ")
        .contains(JACKSON.purl(), "\"npm\"", "\"@tabler/core\"", "\"1.4.0\"");
    assertThat(asked.get(1)).contains(JACKSON.purl(), "\"more\"").doesNotContain("tabler");
    assertThat(asked.get(2)).startsWith("/v1/vulns/GHSA-1");
  }

  @Test
  void saysWhenThereIsNoAnswer() {
    assertThatThrownBy(() -> osv().against(List.of(JACKSON)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("querybatch answered 503");
  }

  @Test
  void doesNotTakeAShortAnswerForAGoodOne() {
    answers.add("{\"results\": []}");

    assertThatThrownBy(() -> osv().against(List.of(JACKSON)))
        .hasMessageContaining("1 questions, but 0 answers");
  }

  @Test
  void theListIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    var file = folder.resolve("advisories.yaml");
    Files.writeString(file, "# What this is.\n#\n# By whom.\n\n[]\n");
    var known = SupplyFile.read(KnownAdvisories.ADVISORIES, Advisory.class);

    SupplyFile.write(file, known);

    assertThat(SupplyFile.read(file, Advisory.class)).isEqualTo(known);
    assertThat(Files.readString(file)).startsWith("# What this is.\n#\n# By whom.\n\n- id: ");
  }

  @Test
  void whatIsKnownStaysAndWhatHasChangedIsReplaced() {
    var old = advisory("CVE-1", "[1,2)", TODAY.minusDays(9));
    var same = advisory("CVE-2", "[1,2)", TODAY.minusDays(9));
    var gone = advisory("CVE-3", "[1,2)", TODAY.minusDays(9));
    var changed = advisory("CVE-1", "[1,3)", TODAY);
    var again = advisory("CVE-2", "[1,2)", TODAY);

    assertThat(RefreshAdvisories.merged(List.of(old, same, gone), List.of(changed, again)))
        .containsExactly(same, gone, changed);
  }

  private static Advisory advisory(String id, String span, LocalDate seen) {
    return new Advisory(id, "a:b", List.of(span), "-", "", "", seen, true);
  }

  private Osv osv() {
    return new Osv(URI.create("http://localhost:" + server.getAddress().getPort()), TODAY);
  }
}
