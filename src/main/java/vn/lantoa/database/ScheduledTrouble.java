package vn.lantoa.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What comes again by itself every few seconds fails every few seconds while the database is away:
/// a line each time, not a page.
@Component
class ScheduledTrouble implements SimpleAsyncTaskSchedulerCustomizer {

  private static final Logger log = LoggerFactory.getLogger(ScheduledTrouble.class);

  @Override
  public void customize(SimpleAsyncTaskScheduler scheduler) {
    scheduler.setErrorHandler(ScheduledTrouble::say);
  }

  static void say(Throwable failure) {
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      log.warn("A scheduled task could not ask the database and comes again: {}", deepest(failure));
    } else {
      log.error("A scheduled task failed and comes again", failure);
    }
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
