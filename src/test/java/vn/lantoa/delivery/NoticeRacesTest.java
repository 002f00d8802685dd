package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.notice.Notice;
import vn.lantoa.notice.NoticeKind;
import vn.lantoa.notice.Notices;
import vn.lantoa.security.Accounts;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Several nodes write letters to accounts into the ledger at once.
class NoticeRacesTest {

  private static final int NOTICES = 1_200;

  @Test
  void eachBecomesOneDelivery() throws Exception {
    try (var server = TestServer.start(Map.of("lantoa.delivery.notices-every", "1h"))) {
      var jdbc = server.get(JdbcClient.class);
      long account = account(server);
      for (int i = 0; i < NOTICES; i++) {
        tell(server, account, i);
        // Another node has told the same.
        tell(server, account, i);
      }
      var letters = server.get(NoticeLetters.class);

      try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
        var writing =
            IntStream.range(0, 4).mapToObj(_ -> nodes.submit(() -> letters.write())).toList();
        for (var node : writing) {
          node.get();
        }
      }
      // Who found the others at it left the rest to them.
      letters.write();

      assertThat(count(jdbc, "select count(*) from delivery where target_kind = 'NOTICE'"))
          .isEqualTo(NOTICES);
      assertThat(count(jdbc, "select count(distinct target_id) from delivery")).isEqualTo(NOTICES);
      assertThat(count(jdbc, "select count(*) from notice where run_id is null and address <> ''"))
          .isZero();
      assertThat(count(jdbc, "select count(*) from campaign where kind = 'NOTICES'")).isOne();
      assertThat(
              count(
                  jdbc,
                  "select count(*) from wave_run r where not exists (select from delivery where run_id = r.id)"))
          .isZero();
    }
  }

  private static long account(TestServer server) {
    var accounts = server.get(Accounts.class);
    long id = Objects.requireNonNull(Department.in(server).approver().accountId());
    accounts.changeEmail(id, "duyet@mau.example.vn");
    return id;
  }

  private static void tell(TestServer server, long account, int number) {
    server
        .get(Notices.class)
        .tell(
            List.of(account),
            new Notice(
                NoticeKind.CAMPAIGN_WAITS,
                "campaign:" + number,
                "1",
                null,
                List.of("Chiến dịch", "Lan"),
                "/chien-dich/" + number));
  }

  private static long count(JdbcClient jdbc, String question) {
    return jdbc.sql(question).query(Long.class).single();
  }
}
