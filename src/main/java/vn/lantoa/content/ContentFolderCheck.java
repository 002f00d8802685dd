package vn.lantoa.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

/// Lints a folder of content files without a database, for `lantoa check`.
public final class ContentFolderCheck {

  private ContentFolderCheck() {}

  /// @param config holds `vocabulary.yaml` and `lint.yaml`
  public static List<Finding> check(Path config, Path folder) {
    var findings = new ArrayList<Finding>();
    try {
      var lint =
          new ContentLint(
              ContentConfig.vocabulary(config.resolve("vocabulary.yaml")),
              LintRules.read(config.resolve("lint.yaml")),
              InstantSource.system());
      var ids = new HashMap<String, Path>();
      for (var file : files(folder)) {
        findings.addAll(check(lint, file, ids));
      }
    } catch (FaultyFile _) {
      // Said by the check of the config folder.
    } catch (IOException e) {
      findings.add(Finding.error(folder.toString(), 0, "content.folder-unreadable"));
    }
    return findings;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<Finding> check(ContentLint lint, Path file, Map<String, Path> ids)
      throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      var findings = new ArrayList<>(lint.check(ContentFile.parse(file.toString(), text)));
      var twin = ids.putIfAbsent(String.valueOf(file.getFileName()), file);
      if (twin != null) {
        findings.add(Finding.error(file.toString(), 0, "content.id-twice", twin));
      }
      return findings;
    } catch (CharacterCodingException _) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += bytes.get(i) == '\n' ? 1 : 0;
      }
      return List.of(Finding.error(file.toString(), line, "content.not-utf8"));
    }
  }
}
