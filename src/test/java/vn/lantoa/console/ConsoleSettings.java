package vn.lantoa.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lantoa.common.Zones;
import vn.lantoa.database.TestDatabase;

/// The program behind the console's tests: a database and a folder of its own, stand-in providers,
/// an empty library, so that nobody but the tests writes in it; and it is Wednesday, nine in the
/// morning, so that no day and no week ends while they run.
final class ConsoleSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var settings = new HashMap<>(TestDatabase.settings());
    var shift = untilWednesday();
    moveDatabase(settings, shift);
    settings.put("lantoa.clock-shift", shift.toString());
    // Other tests start and stop programs beside this one; Quartz knows each by its name.
    settings.put("lantoa.schedule.name", "console");
    settings.put("lantoa.data", folder());
    settings.put("lantoa.content.folder", folder());
    settings.put("lantoa.sandbox.enabled", "true");
    TestPropertyValues.of(settings).applyTo(context);
  }

  private static Duration untilWednesday() {
    var now = ZonedDateTime.now(Zones.VIETNAM);
    var wednesday = now.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).with(LocalTime.of(9, 0));
    return Duration.between(now, wednesday);
  }

  private static void moveDatabase(Map<String, String> settings, Duration shift) {
    try (var connection =
            DriverManager.getConnection(
                settings.get("lantoa.db.url"),
                settings.get("lantoa.db.user"),
                settings.get("lantoa.db.password"));
        var statement =
            connection.prepareStatement("update clock set shift = make_interval(secs => ?)")) {
      statement.setDouble(1, shift.toMillis() / 1000.0);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("lantoa-console").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
