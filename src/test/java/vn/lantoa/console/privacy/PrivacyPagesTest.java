package vn.lantoa.console.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class PrivacyPagesTest {

  private static final String ROOM = "/du-lieu-ca-nhan";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;
  @Autowired private Suppressions suppressions;
  @Autowired private JdbcClient jdbc;

  @Test
  void everythingHeldOfAPersonIsOneFileAndTheTrailSaysWhoTookIt() throws Exception {
    long id = person("Cao Thị Xem Hết", "+84977200001", "xem.het@rieng.example.vn", "nguoi-dan");
    suppressions.suppress(
        Channel.EMAIL,
        "xem.het@rieng.example.vn",
        SuppressionReason.OPT_OUT,
        "unsubscribe-link",
        Actor.SYSTEM);

    var file =
        unzipped(visits.open(OFFICER, ROOM + "/nguoi/" + id + "/tep").getContentAsByteArray());

    assertThat(file).containsOnlyKeys("du-lieu.html", "du-lieu.json");
    for (var part : file.values()) {
      assertThat(part)
          .contains("Cao Thị Xem Hết", "+84977200001", "xem.het@rieng.example.vn", "Phiếu đầu năm");
    }
    assertThat(file.get("du-lieu.html")).contains("Đường dẫn trong thư").doesNotContain("⟦");
    assertThat(actions("recipient:" + id)).contains("privacy.export");
    visits.assertWhole(OFFICER, ROOM + "/nguoi/" + id);
  }

  @Test
  void aRefusalByTheLinkStandsInTheHistoryAndConsentIsProved() throws Exception {
    long id = person("Cao Thị Đổi Ý", "+84977200002", "doi.y@rieng.example.vn", "nguoi-dan");
    var page = "/nguoi-nhan/" + id;
    suppressions.suppress(
        Channel.EMAIL,
        "doi.y@rieng.example.vn",
        SuppressionReason.OPT_OUT,
        "unsubscribe-link",
        Actor.SYSTEM);
    assertThat(visits.page(OFFICER, page)).contains("Từ chối nhận", "Đường dẫn trong thư");

    visits.send(OFFICER, post(page + "/tu-choi").param("source", "Gọi điện"));
    var proof =
        post(page + "/dong-y")
            .param("source", "Đến bộ phận một cửa")
            .param("purpose", "PROMO")
            .param("given-by", "PERSON")
            .param("way", "PAPER")
            .param("text", "2026-1")
            .param("evidence", "Tập phiếu số 12");
    visits.send(OFFICER, proof);

    assertThat(visits.page(OFFICER, page))
        .contains("Cả tin tuyên truyền", "Phiếu giấy", "lời hỏi bản 2026-1", "Tập phiếu số 12");
  }

  @Test
  void forAPupilUnderSixteenAParentAgrees() throws Exception {
    long id = person("Em Học Sinh", "+84977200003", null, "hoc-sinh-thcs");
    var page = "/nguoi-nhan/" + id;

    visits.send(
        OFFICER, post(page + "/dong-y").param("source", "Em nói").param("given-by", "PERSON"));
    assertThat(given(id)).isZero();

    visits.send(
        OFFICER,
        post(page + "/dong-y").param("source", "Mẹ ký").param("given-by", "REPRESENTATIVE"));
    assertThat(given(id)).isEqualTo(1);
  }

  @Test
  void aRequestHasItsDaysIsExtendedOnceAndClosed() throws Exception {
    long id = person("Cao Thị Yêu Cầu", "+84977200004", null, "nguoi-dan");
    var opened =
        visits
            .send(
                OFFICER,
                post(ROOM + "/nguoi/" + id + "/yeu-cau")
                    .param("kind", "CORRECT")
                    .param("way", "LETTER")
                    .param("proof", "Chữ ký trên đơn"))
            .getHeader("Location");
    visits.assertWhole(
        OFFICER, opened, ROOM, ROOM + "?trang-thai=DONE", ROOM + "/luu-giu", ROOM + "/ho-so");
    visits.assertWhole(ADMIN, ROOM);
    assertThat(visits.page(OFFICER, ROOM)).contains("Cao Thị Yêu Cầu", "Sửa dữ liệu");
    assertThat(visits.open(STRANGER, opened).getStatus()).isEqualTo(404);
    assertThat(visits.page(STRANGER, ROOM)).doesNotContain("Cao Thị Yêu Cầu");

    jdbc.sql("update subject_request set answer_by = answer_by - 30 where recipient_id = :id")
        .param("id", id)
        .update();
    assertThat(visits.page(OFFICER, ROOM)).contains("Quá hạn");
    assertThat(visits.page(OFFICER, "/")).contains("yêu cầu về dữ liệu cá nhân đã quá hạn");
    visits.send(OFFICER, post(opened + "/tra-loi"));
    visits.send(OFFICER, post(opened + "/gia-han").param("why", "Phải hỏi trường"));
    visits.send(OFFICER, post(opened + "/gia-han").param("why", "Lần nữa"));
    assertThat(visits.page(OFFICER, opened)).contains("Phải hỏi trường").doesNotContain("Lần nữa");

    visits.send(OFFICER, post(opened + "/dong").param("outcome", " "));
    assertThat(visits.page(OFFICER, opened)).contains("Đang xử lý");
    visits.send(OFFICER, post(opened + "/dong").param("outcome", "Đã sửa tên, gọi báo lại"));
    assertThat(visits.page(OFFICER, opened)).contains("Đã thực hiện", "gọi báo lại");
    visits.send(OFFICER, post(opened + "/dong").param("outcome", "Nữa"));
    assertThat(visits.page(OFFICER, opened)).doesNotContain("Nữa (");
  }

  @ParameterizedTest
  @CsvSource({"WITHDRAW, +84977200006", "RESTRICT, +84977200007"})
  void whatIsNotDoneIsNotClosedAsDone(String kind, String phone) throws Exception {
    long id = person("Cao Thị Rút Lời", phone, null, "nguoi-dan");
    var open = post(ROOM + "/nguoi/" + id + "/yeu-cau").param("kind", kind);
    open.param("way", "LETTER").param("proof", "Chữ ký trên đơn");
    var opened = visits.send(OFFICER, open).getHeader("Location");
    var again = visits.send(OFFICER, open).getHeader("Location");
    var done = post(opened + "/dong").param("status", "DONE").param("outcome", "Đã làm xong");

    visits.send(OFFICER, done);
    assertThat(visits.page(OFFICER, opened)).contains("Đang xử lý").doesNotContain("Đã làm xong");

    // Who is off the list may be on the next one, with what he agreed to.
    visits.send(OFFICER, post("/nguoi-nhan/" + id + "/xoa"));
    visits.send(OFFICER, done);
    assertThat(visits.page(OFFICER, opened)).contains("Đang xử lý").doesNotContain("Đã làm xong");
    visits.send(OFFICER, post("/nguoi-nhan/" + id + "/khoi-phuc"));

    // That it is not done may be said.
    visits.send(
        OFFICER, post(again + "/dong").param("status", "REFUSED").param("outcome", "Ký sai tên"));
    assertThat(visits.page(OFFICER, again)).contains("Ký sai tên");
    visits.send(OFFICER, post("/nguoi-nhan/" + id + "/tu-choi").param("source", "Đơn"));
    visits.send(OFFICER, done);
    assertThat(visits.page(OFFICER, opened)).contains("Đã làm xong");
  }

  @Test
  void thePublicAsksWithoutLearningWhomWeKnow() throws Exception {
    long id = person("Cao Thị Trên Mạng", "+84977200005", null, "nguoi-dan");
    assertThat(visits.answer(get("/rieng-tu")).getContentAsString())
        .contains("Quyền của bạn", "548 ngày")
        .doesNotContain("⟦");
    assertThat(opened(id)).isZero();

    var known =
        visits.answer(post("/rieng-tu").param("address", "0977200005").param("kind", "ERASE"));
    var unknown =
        visits.answer(post("/rieng-tu").param("address", "0977299999").param("kind", "ERASE"));
    visits.answer(post("/rieng-tu").param("address", "0977200005").param("kind", "ERASE"));

    assertThat(known.getStatus()).isEqualTo(200).isEqualTo(unknown.getStatus());
    assertThat(known.getContentAsString()).isEqualTo(unknown.getContentAsString());
    assertThat(opened(id)).isEqualTo(1);
    assertThat(
            visits
                .answer(post("/rieng-tu").param("address", "x").param("kind", "ERASE"))
                .getStatus())
        .isEqualTo(400);
    // Nothing is done before somebody has made sure who asks.
    var request = ROOM + "/yeu-cau/" + number(id);
    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isPresent();
    visits.assertWhole(OFFICER, request);
    visits.send(OFFICER, post(request + "/xac-minh").param("proof", "Gọi lại số đang lưu"));
    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isEmpty();
  }

  /// A flood from one place is turned away there, and nowhere else.
  @Test
  void nobodyClosesTheFormForOthers() throws Exception {
    for (int n = 0; n < 100; n++) {
      asked("203.0.113.7");
    }

    assertThat(asked("203.0.113.7")).isEqualTo(429);
    assertThat(asked("203.0.113.8")).isEqualTo(200);
  }

  private int asked(String from) throws Exception {
    var request = post("/rieng-tu").param("address", "0977299998").param("kind", "VIEW");
    return visits
        .answer(
            request.with(sent -> {
              sent.setRemoteAddr(from);
              return sent;
            }))
        .getStatus();
  }

  private long person(String name, String phone, String email, String audience) {
    var addresses =
        email == null
            ? Map.of(Channel.SMS, phone)
            : Map.of(Channel.SMS, phone, Channel.EMAIL, email);
    var source = audience.equals("nguoi-dan") ? "Phiếu đầu năm" : "";
    var person = new NewRecipient(examples.commune().id(), name, audience, "", addresses, source);
    recipients.put(person, Actor.SYSTEM);
    return recipients.byKey(person.key(), person.unitId()).orElseThrow();
  }

  private long given(long id) {
    return jdbc.sql("select count(*) from consent_event where recipient_id = :id and given")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private long opened(long id) {
    return jdbc.sql("select count(*) from subject_request where recipient_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private long number(long id) {
    return jdbc.sql("select max(id) from subject_request where recipient_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private java.util.List<String> actions(String subject) {
    return jdbc.sql("select action from audit_entry where subject = :subject")
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    var parts = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }
}
