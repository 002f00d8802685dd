package vn.lantoa.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import vn.lantoa.database.DurableFile;

/// What a demo remembers over its own death, in a file of its folder.
///
/// @param campaign what it sends; empty: it had not come so far
/// @param over its result was shown and it was ended in order: the next one starts empty
record DemoRun(int recipients, OptionalLong campaign, boolean over) {

  static final String FILE = "demo.properties";

  static DemoRun begun(int recipients) {
    return new DemoRun(recipients, OptionalLong.empty(), false);
  }

  DemoRun sending(long id) {
    return new DemoRun(recipients, OptionalLong.of(id), false);
  }

  DemoRun ended() {
    return new DemoRun(recipients, campaign, true);
  }

  /// Whether there is something to go on with.
  boolean isUnfinished() {
    return !over && campaign.isPresent();
  }

  /// Before anything is sent, so that no message can be forgotten.
  void remember(Path folder) throws IOException {
    var properties = new Properties();
    properties.setProperty("recipients", Integer.toString(recipients));
    campaign.ifPresent(id -> properties.setProperty("campaign", Long.toString(id)));
    properties.setProperty("over", Boolean.toString(over));
    var text = new StringWriter();
    properties.store(text, "This folder is a demo's: the next demo may empty it.");
    DurableFile.write(folder.resolve(FILE), text.toString());
  }

  /// Empty: there was none, or what is written cannot be read.
  static Optional<DemoRun> last(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
      var campaign = properties.getProperty("campaign");
      return Optional.of(
          new DemoRun(
              Integer.parseInt(properties.getProperty("recipients", "")),
              campaign == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(campaign)),
              Boolean.parseBoolean(properties.getProperty("over"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
