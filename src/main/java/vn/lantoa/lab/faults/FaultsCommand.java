package vn.lantoa.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.common.StartupFailure;

/// Breaks a running Lan Tỏa on purpose and says, by what the stand-in providers wrote down, whether
/// the promises held.
@Command(
    name = "faults",
    description =
        "Bàn thử lỗi: giết tiến trình, cắt cơ sở dữ liệu, làm hỏng nhà cung cấp giả lập rồi đối chiếu sổ gửi với nhật ký của họ.",
    mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {

  @Option(names = "--list", description = "Liệt kê các phép thử rồi thôi.")
  private boolean list;

  @Option(
      names = "--only",
      paramLabel = "R1,R2,…",
      split = ",",
      description = "Chỉ chạy các phép thử này.")
  private List<String> only = List.of();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Số lần chạy mỗi phép thử (mặc định ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--recipients",
      paramLabel = "N",
      defaultValue = "400",
      description = "Số người nhận của một phép thử (mặc định ${DEFAULT-VALUE}).")
  private int recipients;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "Số giây của phép thử không tự kết thúc, R26 (mặc định ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--json", paramLabel = "FILE", description = "Ghi kết quả vào tệp JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    if (runs < 1 || seconds < 1 || recipients < 20 || recipients > 1_000_000) {
      System.err.println(Words.of("cli.faults.range"));
      return 2;
    }
    var screen = new ResultScreen(System.out);
    try {
      var trials = only.isEmpty() ? Trials.all() : Trials.of(only);
      if (list) {
        trials.forEach(screen::describe);
        return 0;
      }
      System.out.println(Words.of("cli.faults.starting"));
      var results = run(trials, screen);
      screen.total(results);
      if (json != null) {
        Files.writeString(
            json, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results));
      }
      return results.stream().allMatch(result -> result.passed() || result.isSkipped()) ? 0 : 1;
    } catch (BenchFailure e) {
      System.err.println(e.sentence());
      return 2;
    } catch (StartupFailure e) {
      System.err.println(Words.of("startup." + e.key(), e.arguments().toArray()));
      return 2;
    }
  }

  private List<TrialResult> run(List<Trial> trials, ResultScreen screen) {
    var bench = Bench.open(recipients, Duration.ofSeconds(seconds));
    // Ctrl-C, too, leaves nothing behind.
    var tidy = new Thread(bench::close);
    Runtime.getRuntime().addShutdownHook(tidy);
    try {
      return new BenchRun(bench, screen::row).run(trials, runs);
    } finally {
      if (!isShuttingDown(tidy)) {
        bench.close();
      }
    }
  }

  private static boolean isShuttingDown(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException _) {
      return true;
    }
  }
}
