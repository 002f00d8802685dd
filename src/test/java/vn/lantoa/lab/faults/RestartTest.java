package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.common.FreePort;

/// Ways of ending × ways of starting again, with real processes on a real PostgreSQL: what the next
/// start finds, what it says, and that no stack trace is ever said.
class RestartTest {

  private static final int FEW = 60;
  private static final int MANY = 10_000;
  private static final String GOES_ON = "this one goes on with it";

  @TempDir private Path folder;
  private Children children;
  private Path data;

  @BeforeEach
  void open() throws Exception {
    children = new Children(Files.createDirectory(folder.resolve("logs")));
    data = folder.resolve("demo");
  }

  @AfterEach
  void close() {
    children.close();
    SharedPostgres.killCluster(data.resolve("postgres"));
    SharedPostgres.killCluster(folder.resolve("copy").resolve("postgres"));
  }

  /// One folder is led through the cells that matter: each start is the next one's victim.
  @Test
  void whatTheNextStartFindsAfterEachEnd() throws Exception {
    int port = FreePort.any();
    var shown =
        DemoProcess.start(
            children,
            data,
            Map.of("LANTOA_ADDRESS", "0.0.0.0", "LANTOA_DB_URL", "jdbc:postgresql://db.invalid/x"),
            List.of("demo", "--recipients", "" + FEW, "--port", "" + port));
    shown
        .awaits("does not use LANTOA_ADDRESS=0.0.0.0, LANTOA_DB_URL.")
        .awaits("it starts empty")
        .awaits("Stop with Ctrl-C");
    listensOnThisMachineOnly(port);
    assertThat(End.CTRL_C.of(shown)).contains("The next ./lantoa demo starts empty");

    var sending = demo("--recipients", MANY).awaits("it starts empty").awaitsSending();
    assertThat(End.KILL.of(sending)).isNotEmpty();

    sending =
        demo().awaits("10,000 recipients, was not finished: this one goes on").awaitsSending();
    assertThat(End.POWER.of(sending)).contains("nothing leaves twice");

    sending = demo().awaits("this one goes on").awaitsSending();
    assertThat(End.CTRL_C_TWICE.of(sending)).contains("Stopp");

    sending = demo().awaits("this one goes on").awaitsSending();
    assertThat(End.TERM.of(sending))
        .containsPattern("Stopped with [\\d,]+ messages not sent yet.*--fresh starts empty");
    copyTo(folder.resolve("copy"));

    var done = demo("--recipients", FEW, "--exit", "--json", folder.resolve("done.json"));
    assertThat(done.awaitsEnd(0)).contains("60 are wanted, so its data are thrown away", "Done in");
    assertThat(report("done.json").get("finished")).isEqualTo(true);
    theCopyIsHeld();
  }

  private static void listensOnThisMachineOnly(int port) throws Exception {
    assertThat(answers("127.0.0.1", port)).isTrue();
    for (var network : NetworkInterface.networkInterfaces().toList()) {
      for (var address : network.inetAddresses().toList()) {
        assertThat(address.isLoopbackAddress() || !answers(address.getHostAddress(), port))
            .as(address.toString())
            .isTrue();
      }
    }
  }

  /// A copy of a folder that was sending: its original may have sent what is open in it.
  private void theCopyIsHeld() throws Exception {
    var copy =
        DemoProcess.start(
            children,
            folder.resolve("copy"),
            Map.of(),
            command("demo", "--exit", "--json", folder.resolve("held.json")));

    assertThat(copy.awaitsEnd(3))
        .contains(
            "NOTE: This looks like a restored backup, so nothing is sent (since ",
            "/van-hanh",
            "messages cannot go out: This looks like a restored backup",
            "goes on from here");
    var report = report("held.json");
    assertThat(report.get("finished")).isEqualTo(false);
    assertThat(report.get("why")).asString().contains("restored backup");
    assertThat(report.get("channels")).asString().contains("open=");
  }

  /// The whole table, each cell on a folder of its own.
  @Tag("slow")
  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("cells")
  void everyCell(Moment moment, End end, Again again) throws Exception {
    var first = demo("--recipients", moment.recipients());
    moment.await(first);
    end.of(first);

    var next = demo(again.arguments().toArray());

    var expected = expected(moment, end, again);
    next.awaits(expected);
    if (again == Again.EXIT && moment != Moment.SENDING) {
      assertThat(next.awaitsEnd(0)).contains("Done in");
    } else {
      next.awaits(expected.equals(GOES_ON) ? "goes on where the ledger stands" : "Sending starts");
      End.TERM.of(next);
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of(Moment.values())
        .flatMap(moment ->
            Stream.of(End.values())
                .flatMap(end ->
                    Stream.of(Again.values()).map(again -> Arguments.of(moment, end, again))));
  }

  private static String expected(Moment moment, End end, Again again) {
    if (moment == Moment.SHOWN && end.isInOrder()) {
      return "it starts empty";
    }
    if (moment == Moment.STARTING) {
      return "starts empty";
    }
    return switch (again) {
      case SAME, EXIT -> GOES_ON;
      case OTHER_SIZE -> "77 are wanted";
      case FRESH -> "as --fresh says";
    };
  }

  private DemoProcess demo(Object... arguments) {
    return DemoProcess.start(children, data, Map.of(), command("demo", arguments));
  }

  private static List<String> command(String name, Object... arguments) {
    var command = new ArrayList<>(List.of(name, "--port", "0"));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  private void copyTo(Path copy) throws Exception {
    FileSystemUtils.copyRecursively(
        data.resolve("postgres").resolve("cluster"), copy.resolve("postgres").resolve("cluster"));
    Files.setPosixFilePermissions(
        copy.resolve("postgres").resolve("cluster"), PosixFilePermissions.fromString("rwx------"));
    for (var file :
        List.of(
            "demo.properties",
            "epoch",
            "node-id",
            "postgres/password",
            "postgres/superuser",
            "secret")) {
      Files.copy(data.resolve(file), copy.resolve(file));
    }
  }

  private Map<?, ?> report(String file) throws Exception {
    return new JsonMapper().readValue(Files.readString(folder.resolve(file)), Map.class);
  }

  private static boolean answers(String address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  enum Moment {
    STARTING,
    SENDING,
    SHOWN;

    int recipients() {
      return this == SENDING ? MANY : FEW;
    }

    void await(DemoProcess process) {
      switch (this) {
        case STARTING -> process.awaits("it starts empty");
        case SENDING -> process.awaitsSending();
        case SHOWN -> process.awaits("Stop with Ctrl-C");
      }
    }
  }

  enum End {
    CTRL_C,
    CTRL_C_TWICE,
    TERM,
    KILL,
    POWER;

    boolean isInOrder() {
      return this == CTRL_C || this == TERM;
    }

    /// @return what it said
    String of(DemoProcess process) {
      return switch (this) {
        case CTRL_C -> interrupted(process, "INT", 130);
        case CTRL_C_TWICE -> interruptedTwice(process);
        case TERM -> interrupted(process, "TERM", 143);
        case KILL -> {
          process.kill();
          yield process.output();
        }
        case POWER -> {
          process.powerCut();
          yield process.output();
        }
      };
    }

    private static String interrupted(DemoProcess process, String signal, int exit) {
      process.signal(signal);
      return process.awaitsEnd(exit);
    }

    private static String interruptedTwice(DemoProcess process) {
      process.signal("INT");
      process.awaits("Stopping");
      process.signal("INT");
      return process.awaitsEnd(130);
    }
  }

  enum Again {
    SAME,
    OTHER_SIZE,
    FRESH,
    EXIT;

    List<Object> arguments() {
      return switch (this) {
        case SAME -> List.of();
        case OTHER_SIZE -> List.of("--recipients", 77);
        case FRESH -> List.of("--recipients", FEW, "--fresh");
        case EXIT -> List.of("--exit");
      };
    }
  }
}
