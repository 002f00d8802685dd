package vn.lantoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.watch.Watch;

/// Shows the whole way of a message on this machine alone: content, approval, a 10/10 campaign on
/// every channel, the funnel, the console.
@Command(
    name = "demo",
    description =
        "Trình diễn trọn vẹn trên máy này: thư viện nội dung, phê duyệt, chiến dịch 10/10 trên mọi kênh, phễu kết quả.",
    footer = {
      "",
      "Dữ liệu nằm trong --data, nếu không có thì LANTOA_DATA, nếu không có thì data/demo. Bản trình diễn",
      "không bao giờ dùng thư mục của serve, và serve không dùng thư mục của bản trình diễn.",
      "",
      "Dừng sau khi đã in kết quả (Ctrl-C, --exit): lần sau bắt đầu từ trống. Dừng khi còn tin chưa gửi,",
      "hay bị tắt đột ngột (kill -9, mất điện): lần sau gửi tiếp từ chỗ đó, không gửi lại tin nào; muốn",
      "bắt đầu từ trống thì thêm --fresh, hoặc --recipients với số khác.",
      "",
      "Mã thoát của --exit: 0 đã gửi xong; 3 còn tin không gửi được (câu cuối nói vì sao);",
      "1 không chạy được; 2 sai tham số."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final int STOPPED = 3;

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(
      names = "--recipients",
      paramLabel = "N",
      description = "Số người nhận mẫu (mặc định 2000, hoặc số của lần trước còn dở).")
  private @Nullable Integer recipients;

  @Option(
      names = "--fresh",
      description = "Bắt đầu từ trống, kể cả khi lần trước còn dở: bỏ dữ liệu của lần đó.")
  private boolean fresh;

  @Option(
      names = "--exit",
      description = "Kết thúc sau khi in kết quả, hoặc khi không tin nào đi được nữa.")
  private boolean exit;

  @Option(names = "--json", paramLabel = "FILE", description = "Ghi kết quả vào tệp JSON.")
  private @Nullable Path json;

  private final Ending ending = new Ending();
  private final FunnelScreen screen = new FunnelScreen(System.out, DemoSettings.isTerminal());
  private @Nullable DemoStart start;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (recipients != null && (recipients < 1 || recipients > 5_000_000)) {
      System.err.println(Words.of("cli.demo.recipients-range"));
      return 2;
    }
    var folder = json == null ? null : json.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      System.err.println(Words.of("cli.demo.json-folder", folder));
      return 2;
    }
    options.followParent();
    ending.comesBySignal();
    long began = System.nanoTime();
    System.out.println(Words.of("cli.demo.starting"));
    var inVain = DemoSettings.inVain();
    if (!inVain.isEmpty()) {
      System.out.println(Words.of("cli.demo.in-vain", String.join(", ", inVain)));
    }
    var data = DemoSettings.data(options);
    var server =
        Server.start(
            DemoSettings.of(options, data), ending, DemoFolder::refuseForeign, this::prepare);
    try {
      return run(server, data, began);
    } catch (RuntimeException e) {
      ending.awaitIfBegun();
      throw e;
    }
  }

  private void prepare(DataDirectory folder) {
    var begins = DemoFolder.prepare(folder, recipients, fresh);
    System.out.println(begins.sentence(folder.path()));
    ending.says(DemoCommand::goesOn);
    start = begins;
  }

  private int run(ConfigurableApplicationContext server, Path data, long began)
      throws IOException, InterruptedException {
    var herald =
        new Herald(
            server.getBean(Watch.class),
            server.getBean(InstantSource.class),
            Console.url(server.getEnvironment()));
    var run = send(server, data);
    var seen =
        new DemoWatch(server, herald, ending, screen)
            .watch(run.campaign().orElseThrow(), waiting -> waits(server, waiting), !exit);
    var result = new DemoReport(seen, run.recipients(), seconds(began), url(server));
    show(server, result);
    if (exit) {
      return end(run, data, seen);
    }
    // From here on an orderly end is one.
    ending.says(open -> forget(run, data));
    System.out.println(Words.of("cli.serve.stop"));
    herald.speak(ending);
    Ending.await();
    return 0;
  }

  /// Everything up to the approved campaign, or as much of it as the last demo had not done.
  private DemoRun send(ConfigurableApplicationContext server, Path data)
      throws IOException, InterruptedException {
    var begins = Objects.requireNonNull(start);
    var sample = new SampleOrganisation(server);
    var demo = new DemoCampaign(server, sample);
    demo.awaitContent();
    if (!begins.goesOn()) {
      System.out.println(Words.of("cli.demo.loading", (long) begins.recipients()));
    }
    var top = sample.load(begins.recipients());
    demo.approveContent();
    var run = begins.run();
    if (run.campaign().isPresent() && demo.isThere(run.campaign().getAsLong())) {
      System.out.println(Words.of("cli.demo.resuming", run.campaign().getAsLong()));
    } else {
      run = run.sending(demo.plan(top).id());
      run.remember(data);
    }
    demo.approve(run.campaign().getAsLong());
    return run;
  }

  /// Nothing moves, but who looks on may set it free in the console.
  private void waits(ConfigurableApplicationContext server, DemoWatch.Seen seen) {
    screen.summary(seen.funnels());
    System.out.println(
        Words.of("cli.demo.stands-still", seen.open(), String.join("; ", seen.why())));
    wayIn(server);
    System.out.println(Words.of("cli.demo.waits"));
  }

  private void show(ConfigurableApplicationContext server, DemoReport result) throws IOException {
    screen.summary(result.seen().funnels());
    if (result.seen().finished()) {
      var seconds = String.format(Words.locale(), "%.1f", result.seconds());
      System.out.println(Words.of("cli.demo.done", seconds));
    }
    wayIn(server);
    if (json != null) {
      Files.writeString(json, result.json());
    }
  }

  private static void wayIn(ConfigurableApplicationContext server) {
    var url = url(server);
    System.out.println(Words.of("cli.demo.console", url));
    System.out.println(
        Words.of(
            "cli.demo.accounts",
            SampleOrganisation.OFFICER,
            SampleOrganisation.APPROVER,
            SampleOrganisation.SCHOOL,
            SampleOrganisation.ADMIN,
            SampleOrganisation.PASSWORD));
    System.out.println(Words.of("cli.demo.inbox", url));
  }

  private int end(DemoRun run, Path data, DemoWatch.Seen seen) throws IOException {
    if (seen.finished()) {
      run.ended().remember(data);
    }
    ending.inOrder();
    if (seen.finished()) {
      return 0;
    }
    System.err.println(
        Words.of("cli.demo.stands-still", seen.open(), String.join("; ", seen.why())));
    System.err.println(Words.of("cli.demo.next-goes-on"));
    return STOPPED;
  }

  private static String goesOn(OptionalLong open) {
    return open.orElse(0) == 0
        ? Words.of("cli.demo.next-goes-on")
        : Words.of("cli.demo.ending", open.getAsLong());
  }

  private static String forget(DemoRun run, Path data) {
    try {
      run.ended().remember(data);
      return Words.of("cli.demo.next-starts-empty");
    } catch (IOException _) {
      // The next start then goes on with a finished campaign, and shows its result.
      return Words.of("cli.demo.next-goes-on");
    }
  }

  private static String url(ConfigurableApplicationContext server) {
    return Console.url(server.getEnvironment());
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
