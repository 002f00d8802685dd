package vn.lantoa.lab.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/bench",
      description = "Thư mục tạm; bị xóa trước và sau khi đo (mặc định ${DEFAULT-VALUE}).")
  private Path data = Path.of("data/bench");

  @Option(names = "--keep", description = "Không xóa thư mục tạm sau khi đo.")
  private boolean keep;

  @Option(names = "--json", paramLabel = "FILE", description = "Ghi kết quả vào tệp JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    int port = SmtpTools.sink(spec.commandLine());
    FileSystemUtils.deleteRecursively(data);
    try {
      var result = measure(port);
      System.out.print(result.table());
      if (json != null) {
        JsonReport.write(result.json(), json);
      }
      return result.isGood() ? 0 : 1;
    } finally {
      if (!keep) {
        FileSystemUtils.deleteRecursively(data);
      }
    }
  }

  private HistoryMeasurement measure(int port) throws Exception {
    Map<String, Object> letters =
        Map.of("lantoa.email.host", "127.0.0.1", "lantoa.email.port", port);
    try (var bench = HistoryBench.start(data, deliveries, letters)) {
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
