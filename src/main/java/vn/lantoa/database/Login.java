package vn.lantoa.database;

/// A role of the database and its password, which no text made of it shows.
public record Login(String user, String password) {

  @Override
  public String toString() {
    return user;
  }
}
