package vn.lantoa.lab.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;

/// The stand-in providers, seen from the bench: a process of their own, its journal, and the wire
/// by which it is told to misbehave.
final class StandIns implements AutoCloseable {

  static final String CONTROL = "control";

  private final Child child;
  private final JournalReader journal;
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final URI control;
  private final HttpClient http = HttpClient.newHttpClient();

  private StandIns(Child child, Path journal) {
    this.child = child;
    this.journal = new JournalReader(journal);
    child
        .output()
        .lines()
        .filter(line -> line.startsWith("lantoa."))
        .forEach(line ->
            settings.put(
                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    var port =
        child
            .output()
            .lines()
            .filter(line -> line.startsWith(CONTROL + "="))
            .findFirst()
            .orElseThrow()
            .substring(CONTROL.length() + 1);
    control = URI.create("http://127.0.0.1:" + port + "/");
  }

  /// @param name of the log and the journal
  static StandIns start(Children children, Path folder, String name, String... options) {
    var journal = folder.resolve(name + ".journal");
    var arguments = new ArrayList<>(List.of("stand-ins", "--journal", journal.toString()));
    arguments.addAll(List.of(options));
    var child = children.start(name, arguments, Map.of());
    boolean ready =
        Waiting.until(
            Duration.ofSeconds(30),
            () -> child.output().contains(StandInsCommand.READY) || !child.isAlive());
    if (!ready || !child.isAlive()) {
      throw new BenchFailure("no-stand-ins", child.log());
    }
    return new StandIns(child, journal);
  }

  JournalReader journal() {
    return journal;
  }

  /// Of a server that uses them.
  Map<String, Object> settings() {
    return settings;
  }

  void order(FaultOrder fault) {
    act("fault", fault.line());
  }

  void clear(Channel... channels) {
    Arrays.stream(channels).forEach(channel -> act("clear", channel.key()));
  }

  void mail(Gate.Mode mode) {
    act("mail-gate", mode.name());
  }

  /// Closes every connection to the mail server, so that the next letters need new ones.
  void cutMail() {
    act("mail-cut", "");
  }

  /// Puts another mail server behind the address.
  ///
  /// @param name as [MailStandIns] knows it
  void mailServer(String name) {
    act("mail-server", name);
  }

  /// What happens to the next connections to the mail server, one each.
  void mailScript(Gate.Mode... modes) {
    act("mail-script", Arrays.stream(modes).map(Enum::name).collect(Collectors.joining(",")));
  }

  void web(Gate.Mode mode) {
    act("http-gate", mode.name());
  }

  /// How often the channel's stand-in was asked to take a message; of the mail server, how many
  /// connections came.
  long asked(Channel channel) {
    return Long.parseLong(act("asked", channel.key()));
  }

  @Override
  public void close() {
    child.kill();
  }

  private String act(String act, String line) {
    try {
      var request =
          HttpRequest.newBuilder(control.resolve(act)).POST(BodyPublishers.ofString(line)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new BenchFailure("stand-ins-gone", String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }
}
