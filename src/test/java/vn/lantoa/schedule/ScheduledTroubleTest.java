package vn.lantoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class ScheduledTroubleTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(ScheduledTrouble.class);
  private final List<ILoggingEvent> said = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          said.add(event);
        }
      };

  @BeforeEach
  void listen() {
    // Whatever a server of another test has set for all of the program.
    logger.setLevel(Level.WARN);
    ear.start();
    logger.addAppender(ear);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(ear);
    logger.setLevel(null);
  }

  @Test
  void aTaskThatMissesTheDatabaseSaysSoInALineAndComesAgain() {
    var scheduler = new QuartzConfiguration().taskScheduler();
    scheduler.initialize();
    try {
      scheduler.scheduleWithFixedDelay(
          () -> {
            throw new DataAccessResourceFailureException(
                "no connection", new IllegalStateException("connection refused"));
          },
          Duration.ofMillis(10));
      eventually().until(() -> said.size() > 2);
    } finally {
      scheduler.shutdown();
    }

    assertThat(said)
        .allSatisfy(event -> {
          assertThat(event.getFormattedMessage()).contains("comes again", "connection refused");
          assertThat(event.getThrowableProxy()).isNull();
        });
  }
}
