package vn.lantoa.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.FreePort;
import vn.lantoa.testing.TestServer;

/// Not part of the gate: writes the database as this version of the program leaves it behind, for
/// [UpgradeTest] of every version to come. `mvn test -Dtest=Freeze`, once for a release.
class Freeze {

  @Test
  void writesADatabaseThatHasSomethingOfEverything() throws Exception {
    var port = String.valueOf(FreePort.any());
    try (var server =
        TestServer.start(
            Map.of(
                "server.port", port,
                "lantoa.public-url", "http://localhost:" + port,
                "lantoa.sandbox.receipt-after", "100ms",
                "lantoa.sandbox.undelivered-share", "0.3",
                "lantoa.channels.sms.workers", "2",
                "lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml"))) {
      FilledLedger.fill(server, FilledOffice.in(server));

      var frozen = FrozenDatabase.write(server.get(DataSource.class), server.now());

      // Quartz has tables that we have no use for; what waits for its seal waits for seconds.
      assertThat(Rows.emptyTables(frozen.load()))
          .allMatch(table -> table.startsWith("qrtz_") || table.equals("audit_unsealed"));
    }
  }
}
