package vn.lantoa.lab.bench;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench history`: whether claims and pages stay quick when years of sending lie behind them.
@Command(
    name = "history",
    description = "Đo việc nhận tin và các trang khi sổ đã có hàng triệu lượt gửi cũ.",
    mixinStandardHelpOptions = true)
final class HistoryBenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--deliveries",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Số lượt gửi cũ (mặc định ${DEFAULT-VALUE}).")
  private int deliveries;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--keep", description = "Không xóa thư mục tạm sau khi đo.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    int port = SmtpTools.sink(spec.commandLine());
    options.clear();
    try {
      var result = measure(port);
      System.out.print(result.table());
      options.write(result.json());
      return result.isGood() ? 0 : 1;
    } finally {
      if (!keep) {
        options.clear();
      }
    }
  }

  private HistoryMeasurement measure(int port) throws Exception {
    Map<String, Object> letters =
        Map.of("lantoa.email.host", "127.0.0.1", "lantoa.email.port", port);
    try (var bench = HistoryBench.start(options.data(), deliveries, letters)) {
      bench.enlist();
      var without = bench.send();
      long start = System.nanoTime();
      bench.fill();
      double filled = (System.nanoTime() - start) / 1e9;
      return new HistoryMeasurement(
          deliveries,
          bench.letters(),
          filled,
          without.claims(),
          bench.look(),
          bench.send().claims(),
          bench.sendAndLook());
    }
  }
}
