package vn.lantoa.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.lantoa.LantoaApplication;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.database.DataDirectory;

/// Starts the program, or says in one sentence why it cannot.
final class Server {

  private static final int PORTS = 65_536;

  private Server() {}

  /// @param settings over those of the files and the environment
  /// @param ending closes it, however far it has come
  /// @param checks looks at the data folder before it is held; throws to refuse it
  /// @param prepares the folder, held, before anything is started on it
  /// @throws StartupFailure whatever went wrong, as a sentence
  static ConfigurableApplicationContext start(
      Map<String, Object> settings,
      Ending ending,
      Consumer<Path> checks,
      Consumer<DataDirectory> prepares) {
    var application = new SpringApplication(LantoaApplication.class);
    // The failure is said by us, once, without a stack trace.
    System.setProperty("logging.level.org.springframework.boot.SpringApplication", "OFF");
    System.setProperty(
        "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "OFF");
    System.setProperty("logging.level.org.springframework.boot.web", "ERROR");
    // Our own provider does the look-up; that the other one is not used is meant so.
    System.setProperty("logging.level.org.springframework.security.config", "ERROR");
    application.setLogStartupInfo(false);
    // The ending closes it, and says what it left open.
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(true);
    application.addInitializers(context -> hold(context, ending, checks, prepares));
    try {
      // As arguments they win over files and environment.
      return application.run(
          settings.entrySet().stream()
              .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
              .toArray(String[]::new));
    } catch (RuntimeException e) {
      ending.awaitIfBegun();
      // What had been started is closed by now, and there is nothing to say about it.
      ending.closesNothing();
      throw StartupTrouble.sentence(e);
    }
  }

  /// First what is known at once, because a start takes seconds; nothing is touched before. The
  /// folder is held from here on, so that of two who start at the same moment one gives way.
  private static void hold(
      ConfigurableApplicationContext context,
      Ending ending,
      Consumer<Path> checks,
      Consumer<DataDirectory> prepares) {
    var environment = context.getEnvironment();
    refuseTakenPort(environment);
    var path = Path.of(environment.getProperty("lantoa.data", "data"));
    checks.accept(path);
    var folder = DataDirectory.open(path);
    prepares.accept(folder);
    context.getBeanFactory().registerSingleton("dataDirectory", folder);
    ending.closes(context);
  }

  private static void refuseTakenPort(Environment environment) {
    int port = port(environment);
    try (var _ = new ServerSocket(port, 1, address(environment))) {
      // Free.
    } catch (IOException e) {
      throw StartupTrouble.notBound(e, environment, port);
    }
  }

  private static int port(Environment environment) {
    var port = environment.getProperty("server.port", "8080");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) >= PORTS) {
      throw new StartupFailure("setting-wrong", "server.port=" + port);
    }
    return Integer.parseInt(port);
  }

  private static InetAddress address(Environment environment) {
    var address = environment.getProperty("server.address", "127.0.0.1");
    try {
      return InetAddress.getByName(address);
    } catch (IOException _) {
      throw new StartupFailure("setting-wrong", "server.address=" + address);
    }
  }
}
