package vn.lantoa.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the rows live.
///
/// @param url JDBC address of a PostgreSQL server; empty: the embedded one
/// @param poolSize connections this node may hold
@ConfigurationProperties("lantoa.db")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("lantoa") String user,
    @DefaultValue("") String password,
    @DefaultValue("20") int poolSize) {

  boolean isEmbedded() {
    return url.isBlank();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + "]";
  }
}
