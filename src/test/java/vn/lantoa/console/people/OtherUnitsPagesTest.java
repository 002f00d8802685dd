package vn.lantoa.console.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// What an officer tried who wanted a person of another unit, and how he gets him.
@ConsoleTest
class OtherUnitsPagesTest {

  private static final String HEADER = "họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý\n";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private OrgUnits units;
  @Autowired private Recipients recipients;
  @Autowired private Consents consents;
  @Autowired private Suppressions suppressions;

  @Test
  void v2AnImportTakesNobodyFromAnotherUnit() throws Exception {
    long victim = person("Nạn Nhân", "+84912345901");
    consents.optOut(victim, "điện thoại", Actor.SYSTEM);
    var before = recipients.find(victim);

    take("Nạn Nhân,giao-vien,0912345901,,,,Tự nhập");

    assertThat(recipients.find(victim)).isEqualTo(before);
    assertThat(consents.history(victim)).noneMatch(Consents.Event::given);
    assertThat(visits.open(STRANGER, "/nguoi-nhan/" + victim).getStatus()).isEqualTo(404);
    assertThat(visits.open(OFFICER, "/nguoi-nhan/" + victim).getStatus()).isEqualTo(200);
    var own = found("nan nhan");
    assertThat(visits.page(STRANGER, "/nguoi-nhan/" + own.id())).doesNotContain("@an-lao.vn");
    // Nor does writing down a consent of his own lift what was refused there.
    visits.send(STRANGER, post("/nguoi-nhan/" + own.id() + "/dong-y").param("source", "tự nhập"));
    assertThat(suppressions.reasonFor(Channel.SMS, "+84912345901")).isPresent();
  }

  @Test
  void typingSomebodyInSaysNothingOfOtherUnitsEither() throws Exception {
    long victim = person("Nạn Nhân Hai", "+84912345902");
    recipients.remove(victim);

    var answer =
        visits.send(
            STRANGER,
            post("/nguoi-nhan/them")
                .param("NAME", "Nạn Nhân Hai")
                .param("AUDIENCE", "nguoi-dan")
                .param("PHONE", "0912345902")
                .param("unit", String.valueOf(examples.elsewhere().id())));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(recipients.findRemoved(victim)).isPresent();
    assertThat(found("nan nhan hai").id()).isNotEqualTo(victim);
  }

  @Test
  void whoRefusedHimselfIsShownWithTheDayAndWithoutAButton() throws Exception {
    long refuser = person("Người Từ Chối", "+84912345903");
    for (var point : recipients.find(refuser).orElseThrow().contactPoints()) {
      suppressions.suppress(
          point.channel(),
          point.address(),
          SuppressionReason.OPT_OUT,
          "unsubscribe-link",
          Actor.SYSTEM);
    }
    var path = "/nguoi-nhan/" + refuser;

    assertThat(visits.page(OFFICER, path))
        .contains("người nhận đã từ chối ngày", "chỉ người ấy rút lại được")
        .doesNotContain(path + "/dong-y");
    visits.send(OFFICER, post(path + "/dong-y").param("source", "đơn"));
    assertThat(suppressions.reasonFor(Channel.SMS, "+84912345903")).isPresent();
    visits.assertWhole(OFFICER, path);
  }

  @Test
  void theOtherUnitIsAskedAndAnswersWithOneClick() throws Exception {
    long pupil = person("Người Chuyển Trường", "+84912345904");
    var nobody = ask("Không Ai Cả", "0912345999");
    var somebody = ask("nguoi chuyen truong", "0912345904");
    assertThat(somebody).isEqualTo(nobody);
    assertThat(visits.page(STRANGER, "/nguoi-nhan/chuyen")).doesNotContain("Người Chuyển Trường");
    assertThat(visits.page(OFFICER, "/")).contains("được đơn vị khác xin nhận");
    visits.assertWhole(OFFICER, "/nguoi-nhan/chuyen", "/nguoi-nhan/trung");

    var page = visits.page(OFFICER, "/nguoi-nhan/chuyen");
    var agree = Pattern.compile("/nguoi-nhan/chuyen/\\d+/dong-y").matcher(page);
    assertThat(agree.find()).isTrue();
    for (var who : new String[] {STRANGER, APPROVER}) {
      assertThat(visits.send(who, post(agree.group())).getStatus()).as(who).isIn(403, 404);
    }
    visits.send(OFFICER, post(agree.group()));

    assertThat(recipients.find(pupil).orElseThrow().unitId()).isEqualTo(examples.elsewhere().id());
    assertThat(visits.open(OFFICER, "/nguoi-nhan/" + pupil).getStatus()).isEqualTo(404);
    assertThat(visits.page(OFFICER, "/nguoi-nhan/chuyen")).doesNotContain("Người Chuyển Trường");
  }

  @Test
  void duplicatesAreMergedByWhoKeepsBoth() throws Exception {
    long first = person("Người Trùng", "+84912345905");
    var again =
        new NewRecipient(
            examples.department().id(),
            "Người Trùng",
            "nguoi-dan",
            "M-905",
            Map.of(Channel.SMS, "+84912345905"),
            "phiếu");
    recipients.put(again, Actor.SYSTEM);
    long second = recipients.byKey(again.key(), again.unitId()).orElseThrow();
    assertThat(visits.page(OFFICER, "/nguoi-nhan/trung")).contains("Người Trùng");
    visits.assertWhole(OFFICER, "/nguoi-nhan/trung");
    var merge = "/nguoi-nhan/trung/" + first;

    assertThat(visits.send(STRANGER, post(merge).param("gone", "" + second)).getStatus())
        .isEqualTo(404);
    visits.send(OFFICER, post(merge).param("gone", "" + second));

    assertThat(recipients.find(first)).isPresent();
    assertThat(recipients.find(second)).isEmpty();
  }

  private String ask(String name, String address) throws Exception {
    var answer =
        visits.send(
            STRANGER,
            post("/nguoi-nhan/chuyen")
                .param("unit", String.valueOf(examples.elsewhere().id()))
                .param("name", name)
                .param("address", address));
    return answer.getStatus() + " " + answer.getHeader("Location") + answer.getContentAsString();
  }

  /// A commune below the officer where no other test counts people.
  private long commune() {
    return units
        .byCode("KHAC")
        .orElseGet(() ->
            units.add(
                examples.department().id(),
                OrgUnit.Kind.COMMUNE,
                "KHAC",
                "Xã Khác",
                LocalDate.of(2025, 7, 1)))
        .id();
  }

  /// Of the commune, with an e-mail nobody else knows.
  private long person(String name, String phone) {
    var person =
        new NewRecipient(
            commune(),
            name,
            "nguoi-dan",
            "",
            Map.of(Channel.SMS, phone, Channel.EMAIL, phone.substring(1) + "@an-lao.vn"),
            "");
    recipients.put(person, Actor.SYSTEM);
    return recipients.byKey(person.key(), person.unitId()).orElseThrow();
  }

  private Recipient found(String name) {
    return recipients.search(examples.elsewhere().id(), name, 0, 1).getFirst();
  }

  private void take(String row) throws Exception {
    var file =
        new MockMultipartFile("file", "ds.csv", "text/csv", (HEADER + row + "\n").getBytes(UTF_8));
    var answer =
        visits.send(
            STRANGER,
            multipart("/nguoi-nhan/nhap")
                .file(file)
                .param("unit", String.valueOf(examples.elsewhere().id())));
    var page = Objects.requireNonNull(answer.getHeader("Location"));
    assertThat(visits.page(STRANGER, page)).contains("Nhập 1 người").doesNotContain("⟦");
    visits.send(STRANGER, post(page));
  }
}
