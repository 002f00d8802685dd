package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartupTroubleTest {

  private static final SQLException BROKEN_OFF = new SQLException("terminating connection");

  /// Who was given no address is not sent to look at it.
  @Test
  void ourOwnDatabaseHasNoAddressToCheck() {
    assertThat(StartupTrouble.database(null, BROKEN_OFF).getMessage())
        .contains("database-lost", "terminating connection")
        .doesNotContain("null");
    assertThat(StartupTrouble.database("jdbc:postgresql://db/lantoa", BROKEN_OFF).getMessage())
        .contains("database-unreachable", "jdbc:postgresql://db/lantoa");
  }
}
