package vn.lantoa.lab.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench horizon`: whether sending keeps its pace while somebody holds a snapshot of the database,
/// as every backup by `pg_dump` does.
@Command(
    name = "horizon",
    description = "${bundle:cli.bench.horizon.does}",
    mixinStandardHelpOptions = true)
final class HorizonBenchCommand implements Callable<Integer> {

  private static final int WARM_UP = 30_000;
  private static final int SLICE = 50_000;

  /// Enough to see whether it falls.
  private static final int SLICES = 6;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "400000",
      description = "${bundle:cli.bench.horizon.letters}")
  private int letters;

  @Option(
      names = "--concurrency",
      paramLabel = "C",
      defaultValue = "16",
      description = "${bundle:cli.bench.horizon.concurrency}")
  private int concurrency;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/bench",
      description = "${bundle:cli.bench.horizon.data}")
  private Path data = Path.of("data/bench");

  @Option(names = "--json", paramLabel = "FILE", description = "${bundle:cli.bench.horizon.json}")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    if (letters < SLICES) {
      throw new ParameterException(spec.commandLine(), "--letters: ≥ " + SLICES);
    }
    int port = SmtpTools.sink(spec.commandLine());
    FileSystemUtils.deleteRecursively(data);
    try {
      var result = measure(port);
      System.out.print(result.table(Objects.requireNonNull(spec.resourceBundle())));
      if (json != null) {
        JsonReport.write(result.json(), json);
      }
      return result.isGood() ? 0 : 1;
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private HorizonMeasurement measure(int port) throws Exception {
    Map<String, Object> sink = Map.of("lantoa.email.host", "127.0.0.1", "lantoa.email.port", port);
    int slice = Math.min(SLICE, letters / SLICES);
    try (var usage = new ProcessUsage(data);
        var bench = HorizonBench.start(data, concurrency, usage, sink)) {
      bench.warmUp(letters, Math.min(letters, WARM_UP));
      return new HorizonMeasurement(
          letters, slice, bench.send(letters, slice), bench.sendWhileHeld(letters, slice));
    }
  }
}
