package vn.lantoa.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// A list in YAML under `src/supply`. Its first comment, which says what it is, outlives a rewrite.
final class SupplyFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .build();

  private SupplyFile() {}

  static <T> List<T> read(Path file, Class<T> kind) {
    return YAML.readerForListOf(kind).readValue(text(file));
  }

  static void write(Path file, List<?> entries) throws IOException {
    var comment =
        text(file)
            .lines()
            .takeWhile(line -> line.startsWith("#") || line.isBlank())
            .collect(Collectors.joining("\n"));
    Files.writeString(file, comment + "\n" + YAML.writeValueAsString(entries));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
