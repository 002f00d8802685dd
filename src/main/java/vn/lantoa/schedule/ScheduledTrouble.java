package vn.lantoa.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ErrorHandler;

/// What comes again by itself every few seconds fails every few seconds while the database is away:
/// a line each time, not a page.
final class ScheduledTrouble implements ErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(ScheduledTrouble.class);

  @Override
  public void handleError(Throwable failure) {
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      log.warn(
          "A scheduled task could not ask the database and comes again: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).toString());
    } else {
      log.error("A scheduled task failed and comes again", failure);
    }
  }
}
