package vn.lantoa.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lantoa.LantoaApplication;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.database.DataDirectory;

/// Starts the program, or says in one sentence why it cannot.
final class Server {

  private Server() {}

  /// @param settings over those of the files and the environment
  /// @throws StartupFailure whatever went wrong, as a sentence
  static ConfigurableApplicationContext start(Map<String, Object> settings) {
    refuseWhatIsTaken(settings);
    var application = new SpringApplication(LantoaApplication.class);
    // The failure is said by us, once, without a stack trace.
    System.setProperty("logging.level.org.springframework.boot.SpringApplication", "OFF");
    System.setProperty(
        "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "OFF");
    System.setProperty("logging.level.org.springframework.boot.web", "ERROR");
    // Our own provider does the look-up; that the other one is not used is meant so.
    System.setProperty("logging.level.org.springframework.security.config", "ERROR");
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(true);
    application.setAddCommandLineProperties(true);
    try {
      // As arguments they win over files and environment.
      return application.run(
          settings.entrySet().stream()
              .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
              .toArray(String[]::new));
    } catch (RuntimeException e) {
      throw asSentence(e, settings);
    }
  }

  /// Asked first, because a start takes seconds and both answers are known at once.
  private static void refuseWhatIsTaken(Map<String, Object> settings) {
    var environment = System.getenv();
    var data =
        settings.getOrDefault("lantoa.data", environment.getOrDefault("LANTOA_DATA", "data"));
    DataDirectory.probe(Path.of(data.toString()));
    var port =
        Integer.parseInt(
            settings
                .getOrDefault("server.port", environment.getOrDefault("LANTOA_PORT", "8080"))
                .toString());
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      // Free.
    } catch (IOException _) {
      throw new StartupFailure("port-taken", port);
    }
  }

  private static StartupFailure asSentence(RuntimeException failure, Map<String, Object> settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StartupFailure said -> {
          return said;
        }
        case PortInUseException port -> {
          return new StartupFailure("port-taken", port.getPort());
        }
        case java.net.BindException _ -> {
          return new StartupFailure("port-taken", settings.getOrDefault("server.port", "8080"));
        }
        case FaultyFile file -> {
          return new StartupFailure("yaml-broken", oneLine(file));
        }
        case org.yaml.snakeyaml.error.YAMLException yaml -> {
          return new StartupFailure("yaml-broken", "config/application.yaml: " + oneLine(yaml));
        }
        case ConfigurationPropertiesBindException setting -> {
          return new StartupFailure("setting-wrong", oneLine(deepest(setting)));
        }
        case java.sql.SQLException database -> {
          return new StartupFailure(
              "database-unreachable",
              String.valueOf(System.getenv("LANTOA_DB_URL")),
              oneLine(database));
        }
        default -> {}
      }
    }
    return (StartupFailure)
        new StartupFailure("failed", oneLine(deepest(failure))).initCause(failure);
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String oneLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " · ");
  }
}
