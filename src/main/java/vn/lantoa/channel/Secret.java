package vn.lantoa.channel;

/// A password or token: prints as dots, so that no log, exception or dump can show it.
public record Secret(String value) {

  public static final Secret NONE = new Secret("");

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "–" : "•••";
  }
}
