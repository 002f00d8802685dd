package vn.lantoa.lab.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The measurements anyone can repeat.
@Command(
    name = "bench",
    description = "Đo tốc độ trên máy này.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeliveryBenchCommand.class,
      HistoryBenchCommand.class,
      HorizonBenchCommand.class,
      ImportBenchCommand.class,
      ProviderCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(System.out);
    return 0;
  }
}
