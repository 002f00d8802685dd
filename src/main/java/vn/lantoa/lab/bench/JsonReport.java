package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a bench found, as JSON for people and programs.
final class JsonReport {

  private JsonReport() {}

  static String of(Map<String, Object> result) {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
  }

  static void write(Map<String, Object> result, Path file) throws IOException {
    Files.writeString(file, of(result) + "\n");
  }
}
