package vn.lantoa.lab.bench;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench import`: what it takes to look at a large file of recipients and to take it in.
@Command(
    name = "import",
    description = "${bundle:cli.bench.import.does}",
    mixinStandardHelpOptions = true)
final class ImportBenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "200000",
      descriptionKey = "cli.bench.import.rows")
  private int rows;

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    options.clear();
    try (var bench = ImportBench.start(options.data(), Map.of("lantoa.roster.most-rows", rows))) {
      var result = bench.measure(rows);
      System.out.print(result.table(Objects.requireNonNull(spec.resourceBundle())));
      options.write(result.json());
      return result.isGood() ? 0 : 1;
    } finally {
      options.clear();
    }
  }
}
