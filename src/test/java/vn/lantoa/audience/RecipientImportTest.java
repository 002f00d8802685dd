package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.RecipientImport.RowError;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;

class RecipientImportTest {

  private static final String HEADER = "họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý\n";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final JdbcConsents consents = new JdbcConsents(jdbc);
  private final Segments segments = new JdbcSegments(jdbc);
  private final Recipients recipients =
      new JdbcRecipients(jdbc, new RecipientBatches(jdbc), consents);
  private final RecipientImport imports =
      new CsvRecipientImport(
          recipients,
          org.units(),
          jdbc,
          new AudienceSettings(Set.of("phu-huynh", "giao-vien"), 200_000));

  @Test
  void takesGoodRowsAndNamesWhatIsWrongWithTheOthers() {
    var result =
        run(
            HEADER
                + "Nguyễn Thị Thảo,phu-huynh,0912 345 678,thao@example.vn,T1,,phiếu\n"
                + ",phu-huynh,0912345679,,,,\n"
                + "Trần Văn An,phi-hanh-gia,0912345680,,,,\n"
                + "Lê Bình,giao-vien,123,binh@@example,,,\n"
                + "Vũ Cúc,giao-vien,,,,,\n"
                + "=HYPERLINK(1),giao-vien,0912345681,,,,\n"
                + "Đỗ Dung,giao-vien,0912345682,,T2,,\n"
                + "Ngô Em,giao-vien,0912345683,,KHONG,,\n"
                + "Nguyễn Thị Thảo,phu-huynh,0912345678,,,,\n");

    assertThat(result.added()).isEqualTo(1);
    assertThat(result.errors())
        .extracting(RowError::row, RowError::key)
        .containsExactly(
            tuple(3, "name-missing"),
            tuple(4, "audience-unknown"),
            tuple(5, "phone-wrong"),
            tuple(5, "email-wrong"),
            tuple(6, "no-address"),
            tuple(7, "name-formula"),
            tuple(8, "unit-foreign"),
            tuple(9, "unit-unknown"),
            tuple(10, "duplicate"));
    assertThat(recipients.search(org.commune().id(), "thi thao", 0, 10))
        .singleElement()
        .satisfies(person -> {
          assertThat(person.unitId()).isEqualTo(org.school().id());
          assertThat(person.contactPoints())
              .hasSize(2)
              .allMatch(point -> point.consentAt() != null);
        });
    assertThat(recipients.search(org.commune().id(), "0912 345", 0, 10)).hasSize(1);
  }

  @Test
  void theSameFileAgainAddsNobody() {
    var file =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "Người " + i + ";phu-huynh;09%08d;;;M%d;phiếu".formatted(i, i))
            .collect(Collectors.joining("\n", "\uFEFF" + HEADER.replace(',', ';'), "\n"));

    var first = run(file);
    var second = run(file);

    assertThat(first).isEqualTo(new RecipientImport.Result(20_000, 0, 0, java.util.List.of()));
    assertThat(second).isEqualTo(new RecipientImport.Result(0, 0, 20_000, java.util.List.of()));
    assertThat(recipients.count(org.commune().id())).isEqualTo(20_000);
  }

  @Test
  void refusesAFileItCannotRead() {
    var latin1 = (HEADER + "Nguyễn,phu-huynh,0912345678,,,,\n").getBytes(StandardCharsets.UTF_16);
    assertRefused(
        "import.not-utf8",
        () ->
            imports.run(
                org.commune().id(),
                "x.csv",
                new InputStreamReader(
                    new ByteArrayInputStream(latin1), StandardCharsets.UTF_8.newDecoder()),
                Actor.SYSTEM));
    assertRefused("import.empty", () -> run(HEADER));
    assertRefused("import.columns-missing", () -> run("tên gọi,email\nAn,an@example.vn\n"));
  }

  @Test
  void anOptOutIsForEveryChannelAndAnOptInLiftsIt() {
    run(HEADER + "An,phu-huynh,0912345678,an@example.vn,,,phiếu\n");
    var segment = new Segment(org.commune().id(), Set.of());
    var person = recipients.search(org.commune().id(), "An", 0, 1).getFirst();

    consents.optOut(person.id(), "điện thoại", Actor.SYSTEM);
    assertThat(segments.reach(segment).values()).allMatch(reach -> reach.messages() == 0);

    consents.optIn(person.id(), "gặp trực tiếp", Actor.SYSTEM);
    assertThat(segments.reach(segment)).hasSize(2);
    assertThat(segments.reach(segment).values()).allMatch(reach -> reach.messages() == 1);
  }

  @Test
  void aSharedTelephoneCountsOnceAndNobodyWithoutConsent() {
    for (var name : new String[] {"Mẹ", "Con"}) {
      recipients.put(person(name, "+84912345678", "phiếu"), Actor.SYSTEM);
    }
    recipients.put(person("Khách", "+84912345679", ""), Actor.SYSTEM);

    var reach = segments.reach(new Segment(org.department().id(), Set.of("phu-huynh")));

    assertThat(reach).containsEntry(Channel.SMS, new Segments.Reach(1, 2, 1));
  }

  private NewRecipient person(String name, String phone, String consent) {
    return new NewRecipient(
        org.school().id(), name, "phu-huynh", "", Map.of(Channel.SMS, phone), consent);
  }

  private RecipientImport.Result run(String csv) {
    return imports.run(org.commune().id(), "x.csv", new StringReader(csv), Actor.SYSTEM);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
