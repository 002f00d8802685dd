package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.cli.DemoStart.How;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.database.DataDirectory;

/// What a demo begins with, by what the last one left.
class DemoStartTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}, --recipients {1}, --fresh {2}: {3} with {4}")
  @CsvSource({
    "nothing,      ,     false, EMPTY,        2000",
    "nothing,      300,  false, EMPTY,        300",
    "nothing,      ,     true,  EMPTY,        2000",
    "over,         ,     false, EMPTY,        2000",
    "over,         80,   false, EMPTY,        80",
    "over,         ,     true,  EMPTY,        2000",
    "starting,     ,     false, NOTHING_SENT, 2000",
    "starting,     80,   true,  NOTHING_SENT, 80",
    "sending,      ,     false, GOES_ON,      80",
    "sending,      80,   false, GOES_ON,      80",
    "sending,      2000, false, OTHER_SIZE,   2000",
    "sending,      80,   true,  FRESH,        80",
    "sending,      ,     true,  FRESH,        2000",
    "damaged,      ,     false, EMPTY,        2000",
    "older,        ,     false, GOES_ON,      80",
  })
  void beginsWithWhatTheLastOneLeft(
      String last, Integer asked, boolean fresh, How how, int recipients) throws Exception {
    leave(last);

    var start = DemoStart.after(DemoRun.last(folder), asked, fresh);

    assertThat(start.how()).isEqualTo(how);
    assertThat(start.recipients()).isEqualTo(recipients);
    assertThat(start.sentence("/data")).contains("/data").doesNotContain("{", "cli.demo");
  }

  private void leave(String last) throws Exception {
    var begun = DemoRun.begun(80);
    switch (last) {
      case "over" -> begun.sending(7).ended().remember(folder);
      case "starting" -> begun.remember(folder);
      case "sending" -> begun.sending(7).remember(folder);
      case "damaged" -> Files.writeString(folder.resolve(DemoRun.FILE), "recipients=8");
      // As 0.1.0 wrote it, which forgot it when it ended in order.
      case "older" ->
          Files.writeString(folder.resolve(DemoRun.FILE), "campaign=7\nrecipients=80\n");
      default -> assertThat(DemoRun.last(folder)).isEqualTo(Optional.empty());
    }
    if (last.equals("damaged")) {
      Files.writeString(folder.resolve(DemoRun.FILE), "");
    }
  }

  @Test
  void startsEmptyWithNothingOfTheLastOne() throws Exception {
    begun().ended().remember(folder);
    Files.writeString(folder.resolve("epoch"), "epoch=9");
    Files.writeString(folder.resolve("secret"), "s");
    Files.createDirectories(folder.resolve("postgres").resolve("cluster"));
    Files.createDirectories(folder.resolve("postgres").resolve("programs"));

    try (var data = DataDirectory.open(folder)) {
      assertThat(DemoFolder.prepare(data, null, false).goesOn()).isFalse();
    }

    assertThat(folder.resolve("epoch")).doesNotExist();
    assertThat(folder.resolve("secret")).doesNotExist();
    assertThat(folder.resolve("postgres").resolve("cluster")).doesNotExist();
    assertThat(folder.resolve("postgres").resolve("programs")).exists();
  }

  @Test
  void goesOnWithAllOfIt() throws Exception {
    begun().remember(folder);
    Files.writeString(folder.resolve("epoch"), "epoch=9");

    try (var data = DataDirectory.open(folder)) {
      assertThat(DemoFolder.prepare(data, null, false).goesOn()).isTrue();
    }

    assertThat(folder.resolve("epoch")).exists();
  }

  /// It left no mark, but quiet hours of its own.
  @Test
  void knowsWhatAnOlderDemoLeft() throws Exception {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(
        folder.resolve("quiet-hours.yaml"),
        "# Of the demo only: messages to nobody may leave at any hour.\nchannels: {}\n");

    DemoFolder.refuseForeign(folder);

    assertThat(refused(() -> DemoFolder.refuseDemo(folder))).isEqualTo("demo-folder");
  }

  @Test
  void keepsItsHandsOffEverythingElse() throws Exception {
    DemoFolder.refuseForeign(folder);
    DemoFolder.refuseForeign(folder.resolve("not-there"));
    Files.writeString(folder.resolve(DataDirectory.LOCK), "");
    DemoFolder.refuseForeign(folder);
    Files.writeString(folder.resolve("quiet-hours.yaml"), "channels: {}\n");

    assertThat(refused(() -> DemoFolder.refuseForeign(folder))).isEqualTo("demo-folder-foreign");
    DemoFolder.refuseDemo(folder);
  }

  private static DemoRun begun() {
    return DemoRun.begun(80).sending(7);
  }

  private static String refused(Runnable start) {
    try {
      start.run();
      return "";
    } catch (StartupFailure e) {
      return e.key();
    }
  }
}
