package vn.lantoa.console.organisation;

/// A password to be told to somebody, shown once.
public record FirstPassword(String name, String username, String password) {

  @Override
  public String toString() {
    return "FirstPassword[username=" + username + "]";
  }
}
