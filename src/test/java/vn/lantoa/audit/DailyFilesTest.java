package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DailyFilesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private TrailExamples example;

  @BeforeEach
  void open() throws Exception {
    example = TrailExamples.in(folder);
  }

  @Test
  void theDayThatGoesOnHasNone() {
    assertThat(example.files().makeUp()).isEmpty();
    example.sealed(1);
    assertThat(example.files().makeUp()).isEmpty();
  }

  /// Three days, of which one passed without anything and none was noticed when it began.
  @Test
  void eachDayThatIsOverHasOneAndTheyJoin() throws Exception {
    example.sealed(3);
    example.pass(Duration.ofDays(2));
    example.sealed(2);
    example.pass(Duration.ofDays(1));
    example.sealed(1);

    var days = example.files().makeUp();

    assertThat(days).hasSize(3);
    assertThat(days.getLast()).isEqualTo(days.getFirst().plusDays(2));
    var before = HexFormat.of().formatHex(new byte[32]);
    int place = 0;
    for (int day = 0; day < 3; day++) {
      var lines = lines(days.get(day));
      assertThat(lines).hasSize(2 + List.of(3, 0, 2).get(day));
      assertThat(lines.getFirst().get("hash").asString()).isEqualTo(before);
      for (var line : lines.subList(1, lines.size() - 1)) {
        before = HexFormat.of().formatHex(recomputed(before, line));
        assertThat(line.get("place").asInt()).isEqualTo(++place);
        assertThat(line.get("hash").asString()).isEqualTo(before);
      }
      assertThat(lines.getLast().get("place").asInt()).isEqualTo(place);
      assertThat(lines.getLast().get("hash").asString()).isEqualTo(before);
    }
  }

  /// As somebody does it who has the file and decision record 0026, and nothing of this program.
  private static byte[] recomputed(String before, JsonNode line) throws Exception {
    var said = new ByteArrayOutputStream();
    said.write(HexFormat.of().parseHex(before));
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(line.get("at").asString()));
    for (var field :
        List.of(
            line.get("entry").asString(),
            Long.toString(micros),
            line.get("account").asString(),
            line.get("actor").asString(),
            line.get("action").asString(),
            line.get("subject").asString(),
            line.get("detail").asString(),
            line.get("address").asString(),
            line.get("request").asString())) {
      var bytes = field.getBytes(StandardCharsets.UTF_8);
      said.write((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      said.write(bytes);
      said.write(',');
    }
    return MessageDigest.getInstance("SHA-256").digest(said.toByteArray());
  }

  @Test
  void nobodyElseReadsItAndItIsNeverWrittenAgain() throws Exception {
    example.sealed(2);
    example.pass(Duration.ofDays(1));
    var day = example.files().makeUp().getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(day))))
        .isEqualTo("rw-------");
    var written = Files.readString(file(day));

    // Killed before it could remember how far it had come.
    Files.delete(folder.resolve("audit").resolve("last"));
    example.tamper("update audit_entry set actor = 'Bình'");
    example.files().makeUp();

    assertThat(Files.readString(file(day))).isEqualTo(written);
  }

  @Test
  void whatWasTakenAwayDoesNotComeBack() throws Exception {
    example.sealed(2);
    example.pass(Duration.ofDays(1));
    var day = example.files().makeUp().getFirst();
    Files.delete(file(day));

    assertThat(example.files().makeUp()).isEmpty();
    example.pass(Duration.ofDays(1));
    assertThat(example.files().makeUp()).containsExactly(day.plusDays(1));

    assertThat(file(day)).doesNotExist();
    assertThat(lines(day.plusDays(1)).getFirst().get("after").asInt()).isEqualTo(2);
  }

  /// The node was killed while it wrote.
  @Test
  void halfAFileIsNone() throws Exception {
    example.sealed(2);
    example.pass(Duration.ofDays(1));
    var half = folder.resolve("audit").resolve(day() + ".jsonl.new");
    Files.writeString(half, "{\"begins\":");

    var written = example.files().makeUp().getFirst();

    assertThat(lines(written)).hasSize(4);
    assertThat(half).doesNotExist();
    assertThat(example.chain().check().isSound()).isTrue();
  }

  private LocalDate day() {
    return example
        .jdbc()
        .sql("select (min(sealed_at) at time zone 'Asia/Ho_Chi_Minh')::date from audit_seal")
        .query(LocalDate.class)
        .single();
  }

  private Path file(LocalDate day) {
    return folder.resolve("audit").resolve(day + ".jsonl");
  }

  private List<JsonNode> lines(LocalDate day) throws Exception {
    return Files.readAllLines(file(day)).stream().map(JSON::readTree).toList();
  }
}
