package vn.lantoa.database;

import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;

/// All connections to the database are taken, or it is away: nothing is wrong with what was asked.
public final class NoConnection {

  private NoConnection() {}

  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(SQLTransientConnectionException.class::isInstance);
  }
}
