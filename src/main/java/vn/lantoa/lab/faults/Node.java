package vn.lantoa.lab.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.common.FreePort;

/// One server of a trial: a process of its own with a data folder and a port of its own, which it
/// keeps when it is started again.
final class Node {

  /// On a machine that does much else; who cannot start ends long before.
  private static final Duration START = Duration.ofMinutes(5);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Children children;
  private final String name;
  private final Path data;
  private final Map<String, Object> settings;
  private final Map<String, String> environment;
  private final int port = FreePort.any();
  private Child child;

  private Node(
      Children children,
      String name,
      Path data,
      Map<String, Object> settings,
      Map<String, String> environment) {
    this.children = children;
    this.name = name;
    this.data = data;
    this.settings = settings;
    this.environment = environment;
    this.child = launch();
  }

  /// Starts it and does not wait for it.
  static Node start(
      Children children,
      String name,
      Path data,
      Map<String, Object> settings,
      Map<String, String> environment) {
    return new Node(children, name, data, new LinkedHashMap<>(settings), environment);
  }

  /// @throws BenchFailure when it does not come up
  Node awaitUp() {
    boolean up = Waiting.until(START, Duration.ofMillis(100), () -> isUp() || !child.isAlive());
    if (!up || !child.isAlive()) {
      throw new BenchFailure("no-start", name, lastLine());
    }
    return this;
  }

  void kill() {
    child.kill();
  }

  void stop() {
    child.stop();
  }

  void freeze() {
    child.freeze();
  }

  void thaw() {
    child.thaw();
  }

  /// The same data, the same port, perhaps other settings.
  void startAgain(Map<String, Object> more) {
    settings.putAll(more);
    child = launch();
  }

  void startAgain() {
    startAgain(Map.of());
  }

  Path data() {
    return data;
  }

  boolean isUp() {
    return status("/actuator/health").orElse(0) == 200;
  }

  /// What it answers to who asks for a page; empty: nothing, nobody listens or the connection ends.
  OptionalInt status(String path) {
    try {
      var request =
          HttpRequest.newBuilder(address().resolve(path)).timeout(Duration.ofSeconds(5)).build();
      return OptionalInt.of(HTTP.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException _) {
      return OptionalInt.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  Child child() {
    return child;
  }

  private Child launch() {
    var arguments =
        List.of(
            "serve",
            "--until-parent-ends",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port));
    var json = new JsonMapper().writeValueAsString(settings);
    var all = new LinkedHashMap<>(environment);
    all.put("SPRING_APPLICATION_JSON", json);
    return children.start(name, arguments, all);
  }

  private String lastLine() {
    return child
        .output()
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((_, last) -> last)
        .orElse("");
  }
}
