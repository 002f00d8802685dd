package vn.lantoa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.lantoa.common.Node;

/// The data folder, the embedded server where none is given, and the connections to it. Beans end
/// in the reverse order, so the server stops after everything that writes to it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /// Held already where the command line has looked into it first.
  @Bean
  @ConditionalOnMissingBean
  DataDirectory dataDirectory(@Value("${lantoa.data}") Path path) {
    return DataDirectory.open(path);
  }

  @Bean
  Node node(DataDirectory data) throws IOException {
    return new Node(
        DurableFile.readOrWrite(data.path().resolve("node-id"), UUID.randomUUID().toString()));
  }

  @Bean
  @Lazy
  EmbeddedPostgres embeddedPostgres(DataDirectory data) {
    return EmbeddedPostgres.start(data.folder("postgres"));
  }

  @Bean
  DataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
    var pool = new HikariDataSource();
    pool.setPoolName("lantoa");
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    pool.setMaxLifetime(Duration.ofMinutes(25).toMillis());
    pool.setJdbcUrl(settings.isEmbedded() ? embedded.getObject().url() : settings.url());
    var program = settings.isEmbedded() ? embedded.getObject().program() : settings.program();
    pool.setUsername(program.user());
    pool.setPassword(program.password());
    // Finite everywhere: a connection that died silently must not hold a worker for ever.
    pool.addDataSourceProperty("connectTimeout", "5");
    pool.addDataSourceProperty("socketTimeout", "120");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "lantoa");
    pool.setConnectionInitSql(
        "set idle_in_transaction_session_timeout = '60s'; set lock_timeout = '30s'; set time zone 'UTC'");
    return pool;
  }

  /// What a newer program has changed is not ours to write into.
  @Bean
  FlywayConfigurationCustomizer refusesNewerSchema() {
    return flyway -> flyway.ignoreMigrationPatterns(new String[0]);
  }

  /// The schema is changed by its owner, who is not the role the program works by.
  @Bean
  FlywayConfigurationCustomizer migratesAsTheOwner(
      DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
    return flyway -> {
      if (settings.isEmbedded()) {
        var server = embedded.getObject();
        migrate(flyway, server.url(), server.owner(), server.program());
      } else if (!settings.owner().equals(settings.program())) {
        migrate(flyway, settings.url(), settings.owner(), settings.program());
      }
    };
  }

  static FluentConfiguration migrate(
      FluentConfiguration flyway, String url, Login owner, Login program) {
    return flyway
        .dataSource(url, owner.user(), owner.password())
        .callbacks(new ProgramRights(program.user()));
  }

  @Bean
  JavaMigration quartzTables() {
    return new QuartzTables();
  }
}
