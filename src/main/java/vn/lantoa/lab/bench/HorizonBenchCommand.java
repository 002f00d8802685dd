package vn.lantoa.lab.bench;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      descriptionKey = "cli.bench.horizon.letters")
  private int letters;

  @Option(
      names = "--concurrency",
      paramLabel = "C",
      defaultValue = "16",
      descriptionKey = "cli.bench.horizon.concurrency")
  private int concurrency;

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    if (letters < SLICES) {
      throw new ParameterException(spec.commandLine(), "--letters: ≥ " + SLICES);
    }
    int port = SmtpTools.sink(spec.commandLine());
    options.clear();
    try {
      var result = measure(port);
      System.out.print(result.table(Objects.requireNonNull(spec.resourceBundle())));
      options.write(result.json());
      return result.isGood() ? 0 : 1;
    } finally {
      options.clear();
    }
  }

  private HorizonMeasurement measure(int port) throws Exception {
    Map<String, Object> sink = Map.of("lantoa.email.host", "127.0.0.1", "lantoa.email.port", port);
    int slice = Math.min(SLICE, letters / SLICES);
    try (var usage = new ProcessUsage(options.data());
        var bench = HorizonBench.start(options.data(), concurrency, usage, sink)) {
      bench.warmUp(letters, Math.min(letters, WARM_UP));
      return new HorizonMeasurement(
          letters, slice, bench.send(letters, slice), bench.sendWhileHeld(letters, slice));
    }
  }
}
