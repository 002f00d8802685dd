package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lantoa.common.Channel;
import vn.lantoa.common.FreePort;
import vn.lantoa.lab.bench.DeliveryMeasurement.Beside;

/// `bench delivery`: how fast the real pipeline is, beside a bare loop and beside what the sink can
/// take.
@Command(
    name = "delivery",
    description = "Đo toàn bộ đường đi của tin: phê duyệt, khai triển, giao, ghi sổ.",
    mixinStandardHelpOptions = true)
final class DeliveryBenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--recipients",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Số người nhận (mặc định ${DEFAULT-VALUE}).")
  private int recipients;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "email",
      description = "Kênh: email hoặc sms (mặc định ${DEFAULT-VALUE}).")
  private String channel = "email";

  @Option(
      names = "--concurrency",
      paramLabel = "C",
      defaultValue = "16",
      description = "Số tin cùng lúc trên đường truyền (mặc định ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--smtp",
      paramLabel = "HOST:PORT",
      description = "Máy chủ thư nhận; mặc định: smtp-sink của Postfix, tự khởi động.")
  private @Nullable String smtp;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Số tin gửi trước cho nóng máy, không tính vào kết quả (mặc định ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--baseline",
      description =
          "Đo trong cùng lần chạy cả vòng lặp trần (Jakarta Mail, không ghi sổ) và phép insert trần.")
  private boolean baseline;

  @Option(
      names = "--limit",
      description = "Đo cả giới hạn của máy chủ thư bằng smtp-source của Postfix.")
  private boolean limit;

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    options.clear();
    boolean letters = channel.equals(Channel.EMAIL.key());
    if (!letters && !channel.equals(Channel.SMS.key())) {
      throw new ParameterException(spec.commandLine(), "--channel email|sms: " + channel);
    }
    if (!letters && limit) {
      throw new ParameterException(spec.commandLine(), "--limit: --channel email");
    }
    var sink = letters ? smtp == null ? ownSink() : address(smtp) : ownProvider();
    try (var usage = new ProcessUsage(options.data())) {
      double loop =
          letters && baseline
              ? new BareLoop(sink.host(), sink.port()).run(recipients, concurrency)
              : Double.NaN;
      double most = limit ? source(sink) : Double.NaN;
      double ideal = letters ? Double.NaN : concurrency * 1e3 / ProviderCommand.LATENCY.toMillis();
      report(run(sink, usage, new Beside(loop, most, ideal, Double.NaN)));
      return 0;
    } finally {
      options.clear();
    }
  }

  private Map<String, Object> run(Sink sink, ProcessUsage usage, Beside beside) throws Exception {
    Map<String, Object> settings =
        channel.equals(Channel.SMS.key())
            ? Map.of(
                "lantoa.sms.base-url", "http://" + sink.host() + ":" + sink.port(),
                "lantoa.sms.account-sid", "AC00000000000000000000000000000000",
                "lantoa.sms.auth-token", "bench",
                "lantoa.sms.from", "LANTOA")
            : Map.of("lantoa.email.host", sink.host(), "lantoa.email.port", sink.port());
    var over = new Channel(channel);
    try (var bench = DeliveryBench.start(options.data(), over, concurrency, settings)) {
      var campaign = bench.prepare(recipients, over, warmUp);
      var result = bench.measure(campaign, recipients, usage, Duration.ofHours(2));
      long appMb = usage.appPeakMb();
      long postgresMb = usage.postgresPeakMb();
      double insert = baseline ? bench.bareInsert(campaign) : Double.NaN;
      return result.json(beside.with(insert), appMb, postgresMb);
    }
  }

  private void report(Map<String, Object> result) throws IOException {
    System.out.println(JsonReport.of(result));
    options.write(result);
  }

  private double source(Sink sink) throws IOException, InterruptedException {
    var program = SmtpTools.required("smtp-source", spec.commandLine());
    return SmtpTools.source(program, sink.host(), sink.port(), recipients, concurrency);
  }

  private Sink ownSink() throws IOException, InterruptedException {
    return new Sink("127.0.0.1", SmtpTools.sink(spec.commandLine()));
  }

  /// A provider that takes 100 ms for each message.
  private Sink ownProvider() throws IOException, InterruptedException {
    int port = FreePort.any();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var provider =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.lantoa.cli.Lantoa",
                "bench",
                "provider",
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(provider::destroyForcibly));
    Thread.sleep(2_500);
    return new Sink("127.0.0.1", port);
  }

  private Sink address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new Sink(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (RuntimeException _) {
      throw new ParameterException(spec.commandLine(), "--smtp HOST:PORT: " + text);
    }
  }

  private record Sink(String host, int port) {}
}
