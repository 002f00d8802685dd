package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import vn.lantoa.LantoaApplication;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Segment;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// The officers of the trials: the program, in the bench's own process, with everything that fires,
/// sends and tidies up switched off. It loads people, plans and approves; it never sends.
final class Desk implements AutoCloseable {

  /// Who plans.
  static final String OFFICER = "can-bo-thu";

  private static final String ITEM = "thu-do-ben";
  private static final Duration DEADLINE = Duration.ofHours(24);

  private final ConfigurableApplicationContext program;
  private final long department;
  private final Actor officer;
  private final Actor approver;
  private final AtomicInteger phones = new AtomicInteger();
  private final AtomicInteger crowds = new AtomicInteger();

  private Desk(ConfigurableApplicationContext program) {
    this.program = program;
    quieten();
    department = unit(null, "THU", "Sở Thử nghiệm");
    officer = account(OFFICER, Role.OFFICER);
    approver = account("duyet-thu", Role.APPROVER);
    account(Administrator.NAME, Role.ADMIN);
    var library = bean(ContentLibrary.class);
    if (library.find(ITEM).isEmpty()) {
      library.take(ITEM + ".md", text(), officer);
    }
    library.approve(ITEM, library.find(ITEM).orElseThrow().current().hash(), approver);
  }

  /// @param settings of the nodes; the desk adds its own
  static Desk open(Path data, Map<String, Object> settings) {
    var all = new LinkedHashMap<>(settings);
    all.put("lantoa.data", data);
    all.put("server.port", 0);
    all.put("lantoa.db.pool-size", 5);
    all.put("spring.quartz.auto-startup", false);
    all.put("logging.level.root", "ERROR");
    all.put("logging.level.vn.lantoa", "OFF");
    var application = new SpringApplication(LantoaApplication.class);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    return new Desk(
        application.run(
            all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
  }

  /// The content library of the trials: one short item for every channel.
  static void writeContent(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(ITEM + ".md"), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// People with a letter box and a telephone each, who agreed to messages.
  ///
  /// @param names becomes part of each e-mail address
  Crowd people(String trial, List<String> names) {
    var label = trial.toLowerCase(java.util.Locale.ROOT) + "-" + crowds.incrementAndGet();
    long unit = unit(department, label, "Trường " + label);
    var mails = names.stream().map(name -> label + "." + name + "@thu.example.vn").toList();
    var numbers = names.stream().map(_ -> "+8430%07d".formatted(phones.incrementAndGet())).toList();
    bean(Recipients.class)
        .addAll(
            IntStream.range(0, names.size())
                .mapToObj(i ->
                    new NewRecipient(
                        unit,
                        "Người nhận " + i,
                        "phu-huynh",
                        label + "-" + i,
                        Map.of(Channel.EMAIL, mails.get(i), Channel.SMS, numbers.get(i)),
                        "thử nghiệm")),
            Actor.SYSTEM);
    return new Crowd(unit, Map.of(Channel.EMAIL, mails, Channel.SMS, numbers));
  }

  Crowd people(String trial, int number) {
    return people(trial, IntStream.range(0, number).mapToObj("%06d"::formatted).toList());
  }

  /// Units with a Facebook page each.
  Crowd pages(String trial, int number) {
    var label = trial.toLowerCase(java.util.Locale.ROOT) + "-" + crowds.incrementAndGet();
    long parent = unit(department, label, "Cụm " + label);
    var pages = new ArrayList<String>();
    for (int i = 0; i < number; i++) {
      var page = "%s-%04d".formatted(label, i);
      long school = unit(parent, page, "Trường " + page);
      bean(Outlets.class).put(school, Channel.FACEBOOK, page, "Trang " + page);
      pages.add(page);
    }
    return new Crowd(parent, Map.of(Channel.FACEBOOK, pages));
  }

  /// An approved campaign on every channel the crowd has, or on those given.
  ///
  /// @param in so soon it is due
  Sending plan(Crowd crowd, Duration in, Channel... channels) {
    return plan(crowd, Timing.once(local(in), Zones.VIETNAM), channels);
  }

  /// The same, and what has not left by the deadline stays here.
  Sending planUntil(Crowd crowd, Duration in, Duration deadline, Channel... channels) {
    return plan(crowd, Timing.once(local(in), Zones.VIETNAM), deadline, channels);
  }

  /// A wave that comes again and again.
  ///
  /// @param cron six fields
  Sending plan(Crowd crowd, Duration in, String cron, Channel... channels) {
    return plan(crowd, new Timing(local(in), Zones.VIETNAM, cron), channels);
  }

  /// A wave of every day.
  Sending daily(Crowd crowd, Duration in, Channel... channels) {
    var at = local(in);
    var cron = "%d %d %d * * *".formatted(at.getSecond(), at.getMinute(), at.getHour());
    return plan(crowd, new Timing(at, Zones.VIETNAM, cron), channels);
  }

  /// A wave of any timing, in any zone.
  Sending plan(Crowd crowd, Timing timing, Channel... channels) {
    return plan(crowd, timing, DEADLINE, channels);
  }

  void pause(Sending sending) {
    bean(Campaigns.class).pause(sending.campaign(), "thử nghiệm", officer);
  }

  void resume(Sending sending) {
    bean(Campaigns.class).resume(sending.campaign(), officer);
  }

  /// Does nothing when it is over.
  void cancel(Sending sending) {
    var campaigns = bean(Campaigns.class);
    if (!campaigns.get(sending.campaign()).status().isOver()) {
      campaigns.cancel(sending.campaign(), "thử nghiệm", officer);
    }
  }

  void optOut(Channel channel, String address) {
    bean(Suppressions.class)
        .suppress(channel, address, SuppressionReason.OPT_OUT, "thử nghiệm", officer);
  }

  /// The path of the link by which somebody refuses further messages, as it stands in a letter.
  String wayOut(Channel channel, String address) {
    return URI.create(bean(UnsubscribeLinks.class).url(channel, address)).getPath();
  }

  @Override
  public void close() {
    program.close();
  }

  private Sending plan(Crowd crowd, Timing timing, Duration deadline, Channel... channels) {
    var wave =
        new WaveDraft(
            ITEM,
            new Segment(crowd.unitId(), Set.of()),
            List.of(channels),
            timing,
            CampaignDraft.CATCH_UP,
            deadline);
    var draft = new CampaignDraft(crowd.unitId(), "Thử độ bền", List.of(wave));
    var campaigns = bean(Campaigns.class);
    var submitted = campaigns.submit(campaigns.create(draft, officer).id(), officer);
    campaigns.approve(submitted.id(), submitted.version(), approver);
    var addresses = new HashMap<Channel, List<String>>();
    for (var channel : channels) {
      addresses.put(channel, crowd.of(channel));
    }
    var at = timing.start().atZone(timing.zone()).toInstant();
    return new Sending(submitted.id(), at, addresses);
  }

  private LocalDateTime local(Duration in) {
    Instant now = bean(InstantSource.class).instant();
    return LocalDateTime.ofInstant(now.plus(in), Zones.VIETNAM)
        .truncatedTo(ChronoUnit.SECONDS)
        .plusSeconds(1);
  }

  /// What claims, sends and sweeps is for the nodes of a trial alone.
  private void quieten() {
    program.getBeansOfType(SmartLifecycle.class).values().stream()
        .filter(bean -> bean.getClass().getName().startsWith("vn.lantoa.delivery"))
        .forEach(SmartLifecycle::stop);
    bean(ScheduledAnnotationBeanPostProcessor.class).destroy();
  }

  private long unit(@org.jspecify.annotations.Nullable Long parent, String code, String name) {
    var kind = parent == null ? Kind.DEPARTMENT : Kind.SCHOOL;
    return bean(OrgUnits.class).add(parent, kind, code, name, LocalDate.of(2025, 7, 1)).id();
  }

  private Actor account(String name, Role role) {
    return bean(Accounts.class)
        .add(name, name, null, Administrator.PASSWORD, false, List.of(new Grant(role, department)))
        .actor();
  }

  private <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  private static String text() {
    return """
    ---
    id: %s
    title: Thử độ bền
    topic: vneid
    audiences: [phu-huynh]
    valid: 2026-01-01/2099-12-31
    link: https://dichvucong.gov.vn
    source: Bàn thử lỗi
    ---
    ## sms
    {{unit.name}}: xem {{link}}
    ## email: Thử độ bền
    Kính gửi {{recipient.name}},

    Xem [hướng dẫn]({{link}}).

    Trân trọng,
    {{unit.name}}
    ## social
    {{unit.name}}: xem {{link}}
    ## radio
    Kính chào quý vị. Đây là chương trình của {{unit.name}}.
    ## portal
    ### Thử độ bền

    Xem [hướng dẫn]({{link}}).
    """
        .formatted(ITEM);
  }
}
