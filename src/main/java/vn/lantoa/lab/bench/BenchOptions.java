package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Option;

/// What every bench is told: where it may work, and where its result goes.
final class BenchOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/bench",
      descriptionKey = "cli.bench.data")
  private Path data = Path.of("data/bench");

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.bench.json")
  private @Nullable Path json;

  /// Where it may work.
  Path data() {
    return data;
  }

  void clear() throws IOException {
    FileSystemUtils.deleteRecursively(data);
  }

  /// Into the file that was asked for, if one was.
  void write(Map<String, Object> result) throws IOException {
    if (json != null) {
      JsonReport.write(result, json);
    }
  }
}
