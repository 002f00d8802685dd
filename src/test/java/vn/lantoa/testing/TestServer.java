package vn.lantoa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lantoa.LantoaApplication;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.security.SecurityExamples;

/// The whole program, with stand-in providers, a clock that can be moved and passwords that are
/// soon hashed; on a fresh database unless the settings name one.
public final class TestServer implements AutoCloseable {

  /// A setting for who measures: passwords are hashed as in earnest.
  public static final Map<String, String> HASHING_IN_EARNEST = Map.of("test.hashing", "in-earnest");

  private final ConfigurableApplicationContext context;

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static TestServer start(Map<String, String> more) {
    var settings = new HashMap<String, String>();
    if (!more.containsKey("lantoa.db.url")) {
      settings.putAll(TestDatabase.settings());
    }
    settings.put("server.port", "0");
    settings.put("lantoa.data", folder());
    settings.put("lantoa.sandbox.enabled", "true");
    settings.put("lantoa.sandbox.receipt-after", "1h");
    settings.put("lantoa.delivery.idle", "50ms");
    settings.put("lantoa.delivery.finish-every", "100ms");
    settings.put("lantoa.delivery.sweep-every", "200ms");
    // Nobody sweeps but the test.
    settings.put("lantoa.schedule.sweep-every", "1h");
    settings.put("lantoa.schedule.sweep-after", "1h");
    settings.put("logging.level.root", "ERROR");
    settings.put("logging.level.vn.lantoa", "ERROR");
    settings.putAll(more);
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new TestServer(
        new SpringApplicationBuilder(LantoaApplication.class, Time.class, QuickHashing.class)
            .run(arguments));
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public void moveTo(Instant instant) {
    get(SettableClock.class).moveTo(instant, get(DataSource.class));
    // The program may have compared the two clocks when only one of them was moved.
    get(DatabaseClock.class).read();
  }

  public Instant now() {
    return get(InstantSource.class).instant();
  }

  @Override
  public void close() {
    context.close();
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("lantoa-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    SettableClock settableClock(@Value("${lantoa.clock-shift:0s}") Duration shift) {
      return new SettableClock(shift);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "test.hashing", matchIfMissing = true, havingValue = "quick")
  static class QuickHashing {
    @Bean
    @Primary
    PasswordEncoder quickHashing() {
      return SecurityExamples.quickHashing();
    }
  }
}
