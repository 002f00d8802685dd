package vn.lantoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// A campaign is stopped in the moment its wave fires.
class WaveTriggersTest {

  @Test
  void aTriggerThatIsDoneMeanwhileIsInNobodysWay() throws Exception {
    try (var server = TestServer.start(Map.of());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var quartz = server.get(DataSource.class).getConnection()) {
      var department = Department.in(server);
      department.person(department.phone());
      var timing = Timing.once(department.tomorrow(), Zones.VIETNAM);
      var campaign = department.approved(department.wave(timing, Channel.SMS));
      var jdbc = server.get(JdbcClient.class);
      assertThat(waveTriggers(jdbc)).isOne();

      // What Quartz does with a trigger that has fired for the last time.
      quartz.setAutoCommit(false);
      TestDatabase.execute(
          quartz, "select 1 from qrtz_locks where lock_name = 'TRIGGER_ACCESS' for update");
      var cancelled =
          threads.submit(
              () -> server.get(Campaigns.class).cancel(campaign.id(), "thử", department.officer()));
      eventually().until(() -> TestDatabase.waiting(jdbc) > 0);
      TestDatabase.execute(
          quartz, "delete from qrtz_simple_triggers where trigger_group = 'waves'");
      TestDatabase.execute(quartz, "delete from qrtz_triggers where trigger_group = 'waves'");
      TestDatabase.execute(quartz, "delete from qrtz_job_details where job_group = 'waves'");
      quartz.commit();

      assertThat(cancelled.get(1, TimeUnit.MINUTES).status()).isEqualTo(CampaignStatus.CANCELLED);
      assertThat(waveTriggers(jdbc)).isZero();
    }
  }

  private static long waveTriggers(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from qrtz_triggers where trigger_group = 'waves'")
        .query(Long.class)
        .single();
  }
}
