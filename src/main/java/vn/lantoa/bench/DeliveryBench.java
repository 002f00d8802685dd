package vn.lantoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.LantoaApplication;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Segment;
import vn.lantoa.bench.DeliveryMeasurement.Percentiles;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// One approved campaign to N people over one channel, through everything a real one goes through:
/// durable PostgreSQL, expansion, claims, routes, ledger.
final class DeliveryBench implements AutoCloseable {

  private static final String ITEM = "bench";

  private final ConfigurableApplicationContext server;
  private final Channel channel;

  private DeliveryBench(ConfigurableApplicationContext server, Channel channel) {
    this.server = server;
    this.channel = channel;
  }

  /// Starts the program on an empty folder.
  ///
  /// @param concurrency messages on the wire at once
  /// @param more settings that point the channel at its sink
  static DeliveryBench start(Path data, Channel channel, int concurrency, Map<String, Object> more)
      throws IOException {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("lantoa.data", data);
    settings.put("server.port", 0);
    settings.put("lantoa.content.folder", Files.createDirectories(data.resolve("content")));
    settings.put("lantoa.calendar.quiet-hours", alwaysOpen(data));
    settings.put("lantoa.channels." + channel + ".per-second", 1_000_000);
    settings.put("lantoa.channels." + channel + ".workers", concurrency);
    settings.put("logging.level.root", "ERROR");
    settings.put("logging.level.vn.lantoa", "WARN");
    settings.putAll(more);
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    var server =
        new SpringApplicationBuilder(LantoaApplication.class).logStartupInfo(false).run(arguments);
    return new DeliveryBench(server, channel);
  }

  /// Everything up to the moment of the wave: people, content, both approvals.
  ///
  /// @return the campaign
  long prepare(int recipients) {
    var unit =
        server
            .getBean(OrgUnits.class)
            .add(
                null,
                OrgUnit.Kind.DEPARTMENT,
                "SO",
                "Sở Giáo dục và Đào tạo",
                LocalDate.of(2025, 7, 1));
    server
        .getBean(Recipients.class)
        .addAll(IntStream.range(0, recipients).mapToObj(i -> person(unit, i)), Actor.SYSTEM);
    // What autovacuum would have done by the next morning.
    jdbc().sql("analyze").update();
    var officer = account("can-bo", Role.OFFICER, unit);
    var approver = account("nguoi-duyet", Role.APPROVER, unit);
    var library = server.getBean(ContentLibrary.class);
    var item = library.take(ITEM + ".md", markdown(), officer).item().orElseThrow();
    library.approve(item.id(), item.current().hash(), approver);
    var campaigns = server.getBean(Campaigns.class);
    var now = LocalDateTime.ofInstant(clock(), Zones.VIETNAM).truncatedTo(ChronoUnit.SECONDS);
    var wave =
        new WaveDraft(
            item.id(),
            new Segment(unit.id(), Set.of()),
            List.of(channel),
            Timing.once(now.plusSeconds(2), Zones.VIETNAM),
            CampaignDraft.CATCH_UP,
            CampaignDraft.DEADLINE);
    var draft = new CampaignDraft(unit.id(), "Đo tốc độ", List.of(wave));
    var submitted = campaigns.submit(campaigns.create(draft, officer).id(), officer);
    return campaigns.approve(submitted.id(), submitted.version(), approver).id();
  }

  /// Lets the campaign go out and measures it from outside: by what the database shows.
  DeliveryMeasurement measure(long campaign, int recipients, ProcessUsage usage, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    awaitExpansion(campaign, until);
    var expanded = databaseTime();
    double app = ProcessUsage.appSeconds();
    double postgres = usage.postgresSeconds();
    while (!server.getBean(Campaigns.class).get(campaign).status().isOver()) {
      var pause = server.getBean(ChannelPauses.class).all().stream().findFirst();
      if (System.nanoTime() > until || pause.isPresent()) {
        throw new IllegalStateException(
            "The campaign did not end: "
                + pause.map(ChannelPauses.Pause::reason).orElse("too slow"));
      }
      Thread.sleep(100);
    }
    app = ProcessUsage.appSeconds() - app;
    postgres = usage.postgresSeconds() - postgres;
    var begun = time("select created_at from wave_run where campaign_id = :id", campaign);
    var settled = time("select max(settled_at) from delivery where campaign_id = :id", campaign);
    var states = states(campaign);
    long delivered = states.getOrDefault("SENT", 0L) + states.getOrDefault("DELIVERED", 0L);
    return new DeliveryMeasurement(
        recipients,
        perSecond(states.values().stream().mapToLong(n -> n).sum(), begun, expanded),
        perSecond(delivered, expanded, settled),
        percentiles(campaign),
        app / recipients * 1_000,
        postgres / recipients * 1_000,
        states);
  }

  JdbcClient jdbc() {
    return server.getBean(JdbcClient.class);
  }

  @Override
  public void close() {
    server.close();
  }

  /// The run becomes visible with the commit that holds all its deliveries.
  private void awaitExpansion(long campaign, long until) throws InterruptedException {
    while (jdbc()
        .sql("select id from wave_run where campaign_id = :id")
        .param("id", campaign)
        .query()
        .listOfRows()
        .isEmpty()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The wave did not fire");
      }
      Thread.sleep(2);
    }
  }

  private Map<String, Long> states(long campaign) {
    var states = new LinkedHashMap<String, Long>();
    jdbc()
        .sql(
            "select status, count(*) as n from delivery where campaign_id = :id group by status order by status")
        .param("id", campaign)
        .query((row, _) -> states.put(row.getString("status"), row.getLong("n")))
        .list();
    return states;
  }

  private Percentiles percentiles(long campaign) {
    return jdbc()
        .sql(
            """
            select p[1] as p50, p[2] as p95, p[3] as p99
            from (select percentile_disc(array[0.5, 0.95, 0.99]) within group (
                    order by extract(epoch from settled_at - not_before) * 1000) as p
                  from delivery where campaign_id = :id and status in ('SENT', 'DELIVERED')) percentiles
            """)
        .param("id", campaign)
        .query(
            (row, _) -> new Percentiles(row.getLong("p50"), row.getLong("p95"), row.getLong("p99")))
        .single();
  }

  private Instant databaseTime() {
    return jdbc().sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  private Instant time(String query, long campaign) {
    return Objects.requireNonNull(
            jdbc().sql(query).param("id", campaign).query(OffsetDateTime.class).single())
        .toInstant();
  }

  private Instant clock() {
    return server.getBean(InstantSource.class).instant();
  }

  private Actor account(String name, Role role, OrgUnit unit) {
    return server
        .getBean(Accounts.class)
        .add(name, name, null, "mot mat khau dai", false, List.of(new Grant(role, unit.id())))
        .actor();
  }

  private static NewRecipient person(OrgUnit unit, int i) {
    return new NewRecipient(
        unit.id(),
        "Nguyễn Thị Thảo " + i,
        "phu-huynh",
        "B" + i,
        Map.of(
            Channel.SMS,
            "+8430%07d".formatted(i),
            Channel.EMAIL,
            "nguoi-nhan-%07d@mau.example.vn".formatted(i)),
        "Phiếu đồng ý");
  }

  private static double perSecond(long n, Instant from, Instant to) {
    return n / Math.max(Duration.between(from, to).toNanos() / 1e9, 1e-6);
  }

  private static Path alwaysOpen(Path data) throws IOException {
    return Files.writeString(
        Files.createDirectories(data).resolve("quiet-hours.yaml"),
        "channels: {}\nothers: {window: always, days: mon-sun, holidays: send}\n");
  }

  /// A letter whose text and HTML together are about the 2 KB the other two runs send.
  private static String markdown() {
    return """
    ---
    id: bench
    title: Đăng nhập bằng VNeID
    topic: vneid
    audiences: [phu-huynh]
    valid: 2026-01-01/2099-12-31
    link: https://dichvucong.gov.vn
    source: Kế hoạch của Sở, mục III.3
    ---
    ## sms
    {{recipient.name}}: nộp hồ sơ trực tuyến tại {{link}}
    ## email: Mời {{recipient.name}} dùng dịch vụ công trực tuyến
    Kính gửi **{{recipient.name}}**,

    Từ tháng này, anh chị có thể nộp hồ sơ tại [Cổng Dịch vụ công quốc gia]({{link}}) mà không phải đến trụ sở.
    Đăng nhập bằng tài khoản VNeID mức 2, chọn thủ tục, điền tờ khai và nộp lệ phí ngay trên máy.

    1. Mở {{link}} và bấm Đăng nhập
    2. Xác nhận trên ứng dụng VNeID
    3. Chọn thủ tục và làm theo hướng dẫn

    Cần giúp đỡ, xin gọi Tổ công nghệ số cộng đồng nơi mình ở.

    {{unit.name}}
    ## social
    Nộp hồ sơ trực tuyến tại {{link}}
    ## radio
    Kính chào quý vị. Mời quý vị nộp hồ sơ trực tuyến.
    ## portal
    Nộp hồ sơ trực tuyến tại {{link}}
    """;
  }
}
