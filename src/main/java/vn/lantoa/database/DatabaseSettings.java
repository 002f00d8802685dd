package vn.lantoa.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the rows live.
///
/// @param url JDBC address of a PostgreSQL server; empty: the embedded one
/// @param user the role the program works by
/// @param ownerUser the role that owns the tables and changes them; empty: the same one
/// @param poolSize connections this node may hold
@ConfigurationProperties("lantoa.db")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("lantoa") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String ownerUser,
    @DefaultValue("") String ownerPassword,
    @DefaultValue("20") int poolSize) {

  boolean isEmbedded() {
    return url.isBlank();
  }

  Login program() {
    return new Login(user, password);
  }

  Login owner() {
    return ownerUser.isBlank() ? program() : new Login(ownerUser, ownerPassword);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", ownerUser=" + ownerUser + "]";
  }
}
