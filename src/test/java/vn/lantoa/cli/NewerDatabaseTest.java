package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.TestServer;

/// A program that is older than its database: after an upgrade that was taken back.
class NewerDatabaseTest {

  @Test
  void refusesWhatANewerProgramHasChanged() {
    var database = TestDatabase.create();
    TestDatabase.asSuperuser(
        JdbcClient.create(database),
        """
        insert into flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        values (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'x', 1, true)
        """);
    var settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("logging.level.org.springframework.boot.SpringApplication", "OFF");

    var failure = catchThrowableOfType(RuntimeException.class, () -> TestServer.start(settings));

    var said = StartupTrouble.sentence(failure);
    assertThat(said.key()).isEqualTo("database-newer");
    assertThat(said.arguments()).isEqualTo(List.of("9999"));
  }
}
