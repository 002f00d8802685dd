package vn.lantoa.database;

/// Thrown in a transaction that finds that what it locked is not all it would have had to lock:
/// begun again, it sees the rest too.
///
/// @see Retries
public final class BeginAgain extends RuntimeException {

  public BeginAgain(String why) {
    super(why, null, false, false);
  }
}
