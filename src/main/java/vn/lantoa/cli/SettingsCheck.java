package vn.lantoa.cli;

import java.nio.file.Path;
import java.util.List;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;
import vn.lantoa.common.YamlNode;

/// Whether `application.yaml` can be read.
final class SettingsCheck {

  private SettingsCheck() {}

  static List<Finding> check(Path config) {
    try {
      YamlNode.read(config.resolve("application.yaml"));
      return List.of();
    } catch (FaultyFile e) {
      return List.of(e.finding());
    }
  }
}
