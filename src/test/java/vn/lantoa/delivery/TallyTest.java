package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// The tally says how many and why, and stays short however many words providers have for it.
class TallyTest {

  private static final int DELIVERIES = 600;

  private JdbcClient jdbc;

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    LedgerExamples.runningCampaign(jdbc, DELIVERIES);
  }

  @Test
  void oneReasonForManyAddressesIsOne() {
    jdbc.sql("update delivery set status = 'FAILED', reason = 'unknown user ' || address || '!'")
        .update();

    assertThat(why()).containsExactly("FAILED unknown user …!: 600");
  }

  @Test
  void whatIsSentAgainHasNoReasonAnyMore() {
    jdbc.sql("update delivery set status = 'FAILED', reason = '550'").update();
    jdbc.sql("update delivery set status = 'SENT', reason = null").update();

    assertThat(why()).isEmpty();
    assertThat(counted("SENT")).isEqualTo(DELIVERIES);
  }

  @Test
  void foldingKeepsTheFrequentReasonsAndAllNumbers() {
    for (int i = 0; i < 10; i++) {
      jdbc.sql(
              """
              update delivery set status = 'FAILED', reason = case when id % 3 = 0 then '550' else 'queue id ' || id end
              where id % 10 = :part
              """)
          .param("part", i)
          .update();
    }

    new Tally(jdbc).fold();

    assertThat(why()).contains("FAILED 550: 200");
    assertThat(counted("FAILED")).isEqualTo(DELIVERIES);
    assertThat(rows()).isLessThan(60);
    new Tally(jdbc).fold();
    assertThat(rows()).isLessThan(60);
  }

  private List<String> why() {
    return jdbc.sql(
            """
            select status || ' ' || reason || ': ' || sum(n) from tally where reason is not null
            group by status, reason having sum(n) <> 0
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long counted(String status) {
    return jdbc.sql("select coalesce(sum(n), 0) from tally where status = :status")
        .param("status", status)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private long rows() {
    return jdbc.sql("select count(*) from tally").query((row, _) -> row.getLong(1)).single();
  }
}
