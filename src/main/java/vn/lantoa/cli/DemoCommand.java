package vn.lantoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;

/// Shows the whole way of a message on this machine alone: content, approval, a 10/10 campaign on
/// every channel, the funnel, the console.
@Command(
    name = "demo",
    description =
        "Trình diễn trọn vẹn trên máy này: thư viện nội dung, phê duyệt, chiến dịch 10/10 trên mọi kênh, phễu kết quả.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final String INVITATION = "ngay-10-10-loi-moi";
  private static final String ON_AIR = "hoc-sinh-huong-dan-gia-dinh";

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(
      names = "--recipients",
      paramLabel = "N",
      description = "Số người nhận mẫu (mặc định ${DEFAULT-VALUE}).",
      defaultValue = "2000")
  private int recipients;

  @Option(names = "--exit", description = "Kết thúc sau khi in kết quả.")
  private boolean exit;

  @Option(names = "--json", paramLabel = "FILE", description = "Ghi kết quả vào tệp JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    if (recipients < 1 || recipients > 5_000_000) {
      System.err.println(Words.of("cli.demo.recipients-range"));
      return 2;
    }
    var data = options.data == null ? Path.of("data", "demo") : options.data;
    try {
      return run(data);
    } catch (StartupFailure e) {
      System.err.println(Words.of("startup." + e.key(), e.arguments().toArray()));
      return 1;
    }
  }

  private int run(Path data) throws IOException, InterruptedException {
    long started = System.nanoTime();
    System.out.println(Words.of("cli.demo.starting"));
    var interrupted = DemoRun.prepare(data, recipients);
    var server = Server.start(settings(data));
    var sample = new SampleOrganisation(server);
    awaitContent(server);
    System.out.println(Words.of("cli.demo.loading", (long) recipients));
    var department = sample.load(recipients);
    approveContent(server, sample);
    long campaign;
    if (interrupted.isPresent()) {
      campaign = interrupted.get().campaign();
      System.out.println(Words.of("cli.demo.resuming", campaign));
    } else {
      campaign = plan(server, sample, department).id();
      new DemoRun(campaign, recipients).remember(data);
    }
    approve(server, sample, campaign);
    var funnels = watch(server, campaign);
    double seconds = (System.nanoTime() - started) / 1e9;
    finish(server, funnels, seconds);
    if (exit) {
      DemoRun.forget(data);
      server.close();
      return 0;
    }
    // From here on an orderly end is one: Ctrl-C.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> forgetQuietly(data)));
    System.out.println(Words.of("cli.serve.stop"));
    new CountDownLatch(1).await();
    return 0;
  }

  private static void forgetQuietly(Path data) {
    try {
      DemoRun.forget(data);
    } catch (IOException _) {
      // The next start then goes on with a finished campaign, and shows its result.
    }
  }

  /// No provider but the stand-ins, no pace but the machine's, no night: a demo is watched.
  private Map<String, Object> settings(Path data) throws IOException {
    var settings = new HashMap<>(options.settings());
    settings.put("lantoa.data", data);
    settings.put("lantoa.sandbox.enabled", true);
    settings.put("lantoa.calendar.quiet-hours", alwaysOpen(data));
    settings.put("lantoa.channels.telegram.enabled", true);
    settings.put("lantoa.delivery.retry-base", "1s");
    settings.put("lantoa.delivery.retry-cap", "20s");
    for (var channel : List.of(Channel.SMS, Channel.EMAIL, Channel.RADIO)) {
      settings.put("lantoa.channels." + channel + ".per-second", 20_000);
    }
    for (var channel : List.of(Channel.FACEBOOK, Channel.ZALO, Channel.TELEGRAM)) {
      settings.put("lantoa.channels." + channel + ".per-second", 50);
    }
    if (System.console() == null || !System.console().isTerminal()) {
      settings.put("spring.output.ansi.enabled", "never");
    }
    settings.put("logging.level.vn.lantoa", "ERROR");
    settings.put("logging.level.root", "ERROR");
    return settings;
  }

  private static Path alwaysOpen(Path data) throws IOException {
    Files.createDirectories(data);
    return Files.writeString(
        data.resolve("quiet-hours.yaml"),
        """
        # Of the demo only: messages to nobody may leave at any hour.
        channels: {}
        others: {window: always, days: mon-sun, holidays: send}
        """);
  }

  private static void awaitContent(ConfigurableApplicationContext server)
      throws InterruptedException {
    var library = server.getBean(ContentLibrary.class);
    for (int i = 0; i < 300; i++) {
      if (library.find(INVITATION).isPresent()
          && library.find(ON_AIR).isPresent()
          && library.items().size() >= files()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new StartupFailure("no-content", Path.of("content").toAbsolutePath());
  }

  private static long files() {
    try (var found = Files.walk(Path.of("content"))) {
      return found.filter(file -> file.toString().endsWith(".md")).count();
    } catch (IOException _) {
      throw new StartupFailure("no-content", Path.of("content").toAbsolutePath());
    }
  }

  private static void approveContent(
      ConfigurableApplicationContext server, SampleOrganisation sample) {
    var library = server.getBean(ContentLibrary.class);
    var approver = sample.account(SampleOrganisation.APPROVER).actor();
    var items = library.items();
    items.stream()
        .filter(item -> item.status() == ContentStatus.WAITING)
        .forEach(item -> library.approve(item.id(), item.current().hash(), approver));
    System.out.println(Words.of("cli.demo.approved-content", (long) items.size(), approver.name()));
  }

  private static Campaign plan(
      ConfigurableApplicationContext server, SampleOrganisation sample, OrgUnit department) {
    var now =
        LocalDateTime.ofInstant(server.getBean(InstantSource.class).instant(), Zones.VIETNAM)
            .truncatedTo(ChronoUnit.SECONDS)
            .plusSeconds(2);
    var everyone = new Segment(department.id(), Set.of());
    var timing = Timing.once(now, Zones.VIETNAM);
    var draft =
        new CampaignDraft(
            department.id(),
            "Ngày Chuyển đổi số quốc gia 10/10",
            List.of(
                wave(
                    INVITATION,
                    everyone,
                    timing,
                    Channel.SMS,
                    Channel.EMAIL,
                    Channel.FACEBOOK,
                    Channel.ZALO,
                    Channel.TELEGRAM,
                    Channel.PORTAL),
                wave(ON_AIR, everyone, timing, Channel.RADIO)));
    return server
        .getBean(Campaigns.class)
        .create(draft, sample.account(SampleOrganisation.OFFICER).actor());
  }

  private static WaveDraft wave(String item, Segment segment, Timing timing, Channel... channels) {
    return new WaveDraft(
        item, segment, List.of(channels), timing, CampaignDraft.CATCH_UP, Duration.ofHours(6));
  }

  private static void approve(
      ConfigurableApplicationContext server, SampleOrganisation sample, long id) {
    var campaigns = server.getBean(Campaigns.class);
    var campaign = campaigns.get(id);
    if (campaign.status() == CampaignStatus.DRAFT) {
      campaign = campaigns.submit(id, sample.account(SampleOrganisation.OFFICER).actor());
    }
    if (campaign.status() == CampaignStatus.SUBMITTED) {
      var approver = sample.account(SampleOrganisation.APPROVER).actor();
      campaigns.approve(id, campaign.version(), approver);
      System.out.println(
          Words.of(
              "cli.demo.approved-campaign", campaign.name(), campaign.author(), approver.name()));
    }
  }

  private static SortedMap<Channel, Funnel> watch(
      ConfigurableApplicationContext server, long campaign) throws InterruptedException {
    var funnels = server.getBean(Funnels.class);
    var inbox = server.getBean(SandboxInbox.class);
    var campaigns = server.getBean(Campaigns.class);
    var pauses = server.getBean(ChannelPauses.class);
    var screen =
        new FunnelScreen(System.out, System.console() != null && System.console().isTerminal());
    while (true) {
      long asked = System.nanoTime();
      var now = funnels.ofCampaign(campaign);
      // Counting a large ledger takes a while: look less often, so that looking does not slow the
      // sending.
      var rest = Duration.ofNanos(Math.max(250_000_000, 10 * (System.nanoTime() - asked)));
      screen.progress(now);
      if (campaigns.get(campaign).status().isOver() && inbox.callbacksOutstanding() == 0) {
        return funnels.ofCampaign(campaign);
      }
      if (onlyPausedAreOpen(now, pauses)) {
        pauses
            .all()
            .forEach(pause ->
                System.out.println(
                    Words.of(
                        "cli.demo.channel-paused",
                        Words.of("channel." + pause.channel()),
                        pause.reason())));
        return now;
      }
      Thread.sleep(rest);
    }
  }

  /// A channel that was paused, because its server refuses us, would keep a demo waiting for ever.
  private static boolean onlyPausedAreOpen(
      SortedMap<Channel, Funnel> funnels, ChannelPauses pauses) {
    var paused = pauses.all().stream().map(ChannelPauses.Pause::channel).toList();
    return !paused.isEmpty()
        && !funnels.isEmpty()
        && funnels.entrySet().stream()
            .filter(entry -> entry.getValue().open() > 0)
            .allMatch(entry -> paused.contains(entry.getKey()));
  }

  private void finish(
      ConfigurableApplicationContext server, SortedMap<Channel, Funnel> funnels, double seconds)
      throws IOException {
    new FunnelScreen(System.out, false).summary(funnels);
    var url = Console.url(server.getEnvironment());
    System.out.println(Words.of("cli.demo.done", String.format(Words.locale(), "%.1f", seconds)));
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
    if (json != null) {
      Files.writeString(json, new DemoReport(funnels, recipients, seconds, url).json());
    }
  }
}
