package vn.lantoa.console.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.console.Visits;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;

@ConsoleTest
class OperationsPagesTest {

  @Autowired private Visits visits;
  @Autowired private ApplicationContext context;
  @Autowired private ConsoleExamples examples;
  @Autowired private JdbcClient jdbc;
  @Autowired private ChannelPauses pauses;
  @Autowired private AuditTrail trail;

  @Test
  void operationsAreSeenByWhoSendsAndChangedByAdministratorsAlone() throws Exception {
    var before = trail.of("channel:sms", 99);
    for (var name : List.of(OFFICER, APPROVER, ADMIN)) {
      assertThat(visits.open(name, "/van-hanh").getStatus()).as(name).isEqualTo(200);
    }
    assertThat(visits.open(SCHOOL, "/van-hanh").getStatus()).isEqualTo(403);
    assertThat(visits.page(OFFICER, "/van-hanh")).doesNotContain("action=\"/van-hanh");
    assertThat(visits.page(ADMIN, "/van-hanh")).contains("action=\"/van-hanh/kenh/sms/tam-dung\"");

    for (var act :
        List.of(
            "/kenh/sms/tam-dung",
            "/kenh/sms/mo-lai",
            "/kenh/sms/tai-khoan/main/mo-lai",
            "/khoi-phuc")) {
      for (var name : List.of(OFFICER, APPROVER, SCHOOL)) {
        assertThat(visits.send(name, post("/van-hanh" + act)).getStatus())
            .as(name + act)
            .isIn(403, 404);
      }
      assertThat(visits.open(ADMIN, "/van-hanh" + act).getStatus()).as(act).isIn(404, 405);
    }
    assertThat(pauses.all()).isEmpty();
    assertThat(trail.of("channel:sms", 99)).isEqualTo(before);
  }

  /// An old page, or a second click.
  @Test
  void whatIsNotHeldIsNotLetGo() throws Exception {
    visits.send(ADMIN, post("/van-hanh/khoi-phuc").param("doubt", "true"));

    assertThat(trail.of("instance", 9)).isEmpty();
  }

  @Test
  void aUnitIsToldNothingOfOtherUnits() throws Exception {
    var accounts = context.getBean(Accounts.class);
    var unit = examples.commune().id();
    var grants = List.of(new Grant(Role.OFFICER, unit));
    accounts.add("van-hanh-xa", "Xã", null, ConsoleExamples.PASSWORD, false, grants);
    long delivery =
        UncertainExamples.fill(context, examples.elsewhere().id(), "Người Nơi Khác").getFirst();
    var told = "tin chưa rõ kết quả đang chờ";

    assertThat(visits.page(ADMIN, "/van-hanh")).contains(told);
    assertThat(visits.page("van-hanh-xa", "/van-hanh")).doesNotContain(told);

    jdbc.sql("update delivery set status = 'DELIVERED', reason = '' where id = :id")
        .param("id", delivery)
        .update();
  }

  @Test
  void anAdministratorPausesAChannelAndOpensItAgain() throws Exception {
    visits.send(ADMIN, post("/van-hanh/kenh/facebook/tam-dung").param("reason", "Hết hạn mức"));
    assertThat(visits.page(OFFICER, "/van-hanh")).contains("Hết hạn mức");

    visits.send(ADMIN, post("/van-hanh/kenh/facebook/mo-lai"));

    assertThat(pauses.all()).isEmpty();
    assertThat(trail.of("channel:facebook", 9))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("channel.resume", "channel.pause");
  }

  @Test
  void whatTheProgramStoppedAnOperatorCanKeepStopped() throws Exception {
    var act = "/van-hanh/kenh/zalo/tam-dung";
    pauses.pause(Channel.ZALO, "Hết tiền", Actor.SYSTEM);
    assertThat(visits.page(ADMIN, "/van-hanh")).contains(act, "Giữ dừng");

    visits.send(ADMIN, post(act));

    assertThat(pauses.all()).extracting(ChannelPauses.Pause::byPerson).containsExactly(true);
    assertThat(visits.page(ADMIN, "/van-hanh")).doesNotContain(act);
    visits.send(ADMIN, post("/van-hanh/kenh/zalo/mo-lai"));
  }

  @Test
  void thePageHasAllItsWordsAndNothingInline() throws Exception {
    visits.assertWhole(OFFICER, "/van-hanh");
  }
}
