package vn.lantoa.cli;

import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.StartupFailure;

/// Finds in what a start threw the one thing the person at the keyboard can do something about.
final class StartupTrouble {

  private static final Pattern UNKNOWN_MIGRATION =
      Pattern.compile("applied migration not resolved locally: ([\\w.]+\\w)");

  private StartupTrouble() {}

  static StartupFailure sentence(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StartupFailure said -> {
          return said;
        }
        case PortInUseException port -> {
          return new StartupFailure("port-taken", port.getPort());
        }
        case FaultyFile file -> {
          return new StartupFailure("yaml-broken", oneLine(file));
        }
        case YAMLException yaml -> {
          return new StartupFailure("yaml-broken", "config/application.yaml: " + oneLine(yaml));
        }
        case ConfigurationPropertiesBindException setting -> {
          return new StartupFailure("setting-wrong", oneLine(deepest(setting)));
        }
        case FlywayValidateException schema -> {
          return schema(schema);
        }
        case SQLException database -> {
          return database(System.getenv("LANTOA_DB_URL"), database);
        }
        default -> {}
      }
    }
    return (StartupFailure)
        new StartupFailure("failed", oneLine(deepest(failure))).initCause(failure);
  }

  /// @param url of the database we were given; null: it is our own
  static StartupFailure database(@Nullable String url, SQLException failure) {
    return url == null
        ? new StartupFailure("database-lost", oneLine(failure))
        : new StartupFailure("database-unreachable", url, oneLine(failure));
  }

  /// Nobody can listen there.
  static StartupFailure notBound(IOException failure, Environment environment, int port) {
    boolean foreign =
        failure instanceof BindException
            && String.valueOf(failure.getMessage()).contains("assign requested address");
    return foreign
        ? new StartupFailure(
            "setting-wrong",
            "server.address="
                + environment.getProperty("server.address")
                + ": "
                + failure.getMessage())
        : new StartupFailure("port-taken", port);
  }

  /// An older program must not write into what a newer one has changed.
  private static StartupFailure schema(FlywayValidateException failure) {
    var unknown = UNKNOWN_MIGRATION.matcher(String.valueOf(failure.getMessage()));
    return unknown.find()
        ? new StartupFailure("database-newer", unknown.group(1))
        : new StartupFailure("failed", oneLine(failure));
  }

  static Throwable deepest(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure);
  }

  static String oneLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " · ");
  }
}
