package vn.lantoa.console.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.privacy.Perishable;

/// An officer erased somebody who had refused, in order to write to him again.
@ConsoleTest
class RefusalsOutliveErasureTest {

  private static final String ROOM = "/du-lieu-ca-nhan";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;
  @Autowired private Suppressions suppressions;
  @Autowired private UnsubscribeLinks links;
  @Autowired private List<Perishable> perishables;
  @Autowired private DatabaseClock clock;
  @Autowired private JdbcClient jdbc;

  private KnownPeople known;

  @BeforeEach
  void known() {
    known = new KnownPeople(examples, recipients, jdbc);
  }

  @Test
  void whoRefusedByHisLinkIsStillHeardWhenHeIsErasedAndTypedInAnew() throws Exception {
    var phone = "+84977200101";
    var email = "tu.choi.mot@rieng.example.vn";
    long id = known.person("Tống Thị Từ Chối", phone, email, "");
    visits.answer(post(link(Channel.EMAIL, email)));
    visits.send(
        OFFICER,
        post("/nguoi-nhan/" + id + "/tu-choi").param("source", "Tống Thị Từ Chối gọi từ " + phone));

    comeBack(id);
    assertThat(new WholeDatabase(jdbc).places(List.of("Tống Thị Từ Chối", "977200101", email)))
        .isEmpty();
    visits.send(
        OFFICER,
        post("/nguoi-nhan/them")
            .param("NAME", "Tống Thị Từ Chối")
            .param("AUDIENCE", "nguoi-dan")
            .param("PHONE", "0977200101")
            .param("EMAIL", email)
            .param("CONSENT", "phiếu mới")
            .param("unit", String.valueOf(examples.commune().id())));

    var anew = found("tong thi tu choi");
    assertThat(anew.contactPoints())
        .hasSize(2)
        .allMatch(point -> point.suppressed() == SuppressionReason.OPT_OUT);
    var page = "/nguoi-nhan/" + anew.id();
    assertThat(visits.page(OFFICER, page))
        .contains("người nhận đã từ chối ngày")
        .doesNotContain(">Được gửi<");
    // By telephone he told staff of this unit, who may lift that; by the link he said it himself.
    visits.send(OFFICER, post(page + "/dong-y").param("source", "đơn"));
    assertThat(suppressions.reasonFor(Channel.EMAIL, email)).isPresent();
    assertThat(suppressions.isOpen(Channel.EMAIL, email)).isFalse();

    visits.answer(post(link(Channel.EMAIL, email) + "/nhan-lai"));
    visits.send(OFFICER, post(page + "/dong-y").param("source", "đơn"));
    assertThat(suppressions.isOpen(Channel.EMAIL, email)).isTrue();
  }

  @Test
  void aListThatBringsHimBackSaysSoBeforeItIsTakenIn() throws Exception {
    var email = "tu.choi.hai@rieng.example.vn";
    long id = known.person("Tống Thị Trở Lại", "+84977200102", email, "");
    visits.answer(post(link(Channel.EMAIL, email)));
    var request = comeBack(id);
    assertThat(visits.page(OFFICER, request)).contains("Lời từ chối nhận tin trước đây");
    visits.assertWhole(OFFICER, request);

    var list =
        Objects.requireNonNull(
            visits
                .send(
                    OFFICER,
                    multipart("/nguoi-nhan/nhap")
                        .file(
                            new MockMultipartFile(
                                "file",
                                "ds.csv",
                                "application/octet-stream",
                                ("Tên,Nhóm,Email,Đồng ý\nTống Thị Trở Lại,nguoi-dan,"
                                        + email
                                        + ",phiếu\n")
                                    .getBytes(UTF_8)))
                        .param("unit", String.valueOf(examples.commune().id())))
                .getHeader("Location"));
    assertThat(visits.page(OFFICER, list))
        .contains("Nhập 1 người", "1 người có địa chỉ không được gửi");
    visits.send(OFFICER, post(list));

    assertThat(found("tong thi tro lai").contactPoints())
        .singleElement()
        .matches(point -> point.suppressed() == SuppressionReason.OPT_OUT);
  }

  @Test
  void whoWasTakenOffTheListLongAgoIsHeardToo() throws Exception {
    var email = "tu.choi.ba@rieng.example.vn";
    long id = known.person("Tống Thị Đi Lâu", "+84977200103", email, "");
    visits.answer(post(link(Channel.EMAIL, email)));
    recipients.remove(id);
    jdbc.sql("update recipient set removed_at = removed_at - interval '2 years' where id = :id")
        .param("id", id)
        .update();
    var removed =
        perishables.stream()
            .filter(one -> one.kind().equals("removed-people"))
            .findFirst()
            .orElseThrow();

    assertThat(removed.purge(clock.read().minus(Duration.ofDays(365)), 1)).isEqualTo(1);
    assertThat(new WholeDatabase(jdbc).places(List.of(email))).isEmpty();

    known.person("Tống Thị Đi Lâu", "+84977200103", email, "");
    assertThat(suppressions.reasonFor(Channel.EMAIL, email)).contains(SuppressionReason.OPT_OUT);
  }

  /// @return where the request is
  private String comeBack(long id) throws Exception {
    var request =
        Objects.requireNonNull(
            visits
                .send(
                    OFFICER,
                    post(ROOM + "/nguoi/" + id + "/yeu-cau")
                        .param("kind", "ERASE")
                        .param("way", "PHONE")
                        .param("proof", "Gọi lại"))
                .getHeader("Location"));
    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isEmpty();
    visits.send(OFFICER, post(request + "/nhan-lai").param("source", "x"));
    return request;
  }

  private String link(Channel channel, String address) {
    var url = links.url(channel, address, examples.commune().id());
    return url.substring(url.indexOf("/u/"));
  }

  private Recipient found(String name) {
    return recipients.search(examples.department().id(), name, 0, 2).getFirst();
  }
}
