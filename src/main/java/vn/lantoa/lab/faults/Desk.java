package vn.lantoa.lab.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
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
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// The officers of the trials, in a program that is quiet: they load people, plan and approve, and
/// never send.
final class Desk implements AutoCloseable {

  /// Who plans.
  static final String OFFICER = "can-bo-thu";

  private static final Duration DEADLINE = Duration.ofHours(24);

  private final ConfigurableApplicationContext program;
  private final Actor officer;
  private final Actor approver;
  private final Crowds crowds;

  private Desk(ConfigurableApplicationContext program) {
    this.program = program;
    crowds = new Crowds(program);
    officer = account(OFFICER, Role.OFFICER);
    approver = account("duyet-thu", Role.APPROVER);
    account(Administrator.NAME, Role.ADMIN);
    var library = bean(ContentLibrary.class);
    if (library.find(TrialContent.ITEM).isEmpty()) {
      library.take(TrialContent.FILE, TrialContent.text(), officer);
    }
    var item = library.find(TrialContent.ITEM).orElseThrow();
    library.approve(item.id(), item.current().hash(), approver);
  }

  /// @param settings of the nodes; the desk adds its own
  static Desk open(Path data, Map<String, Object> settings) {
    return new Desk(QuietProgram.start(data, settings));
  }

  Crowd people(String trial, int number) {
    return crowds.people(trial, number);
  }

  Crowd pages(String trial, int number) {
    return crowds.pages(trial, number);
  }

  /// An approved campaign on every channel the crowd has, or on those given.
  ///
  /// @param in so soon it is due
  Sending plan(Crowd crowd, Duration in, Channel... channels) {
    return plan(crowd, Timing.once(local(in), Zones.VIETNAM), channels);
  }

  /// To people of its own, due at once.
  Sending planSoon(String trial, int people, Channel... channels) {
    return plan(people(trial, people), Duration.ofSeconds(1), channels);
  }

  /// As the others, and what has not left by the deadline stays here.
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
    var campaigns = bean(Campaigns.class);
    var paused = campaigns.get(sending.campaign());
    campaigns.resume(paused.id(), paused.version(), officer);
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
  String wayOut(Sending sending, Channel channel, String address) {
    long unit = bean(Campaigns.class).get(sending.campaign()).unitId();
    return URI.create(bean(UnsubscribeLinks.class).url(channel, address, unit)).getPath();
  }

  @Override
  public void close() {
    program.close();
  }

  private Sending plan(Crowd crowd, Timing timing, Duration deadline, Channel... channels) {
    var wave =
        new WaveDraft(
            TrialContent.ITEM,
            new Segment(crowd.unitId(), Set.of()),
            List.of(channels),
            timing,
            CampaignDraft.CATCH_UP,
            deadline);
    var draft = new CampaignDraft(crowd.unitId(), "Thử độ bền", Purpose.NOTICE, List.of(wave));
    var campaigns = bean(Campaigns.class);
    var submitted = campaigns.submit(campaigns.create(draft, officer).id(), officer);
    campaigns.approve(submitted.id(), campaigns.read(submitted.id()), approver);
    var addresses = new HashMap<Channel, List<String>>();
    for (var channel : channels) {
      addresses.put(channel, crowd.of(channel));
    }
    var at = timing.firstAtOrAfter(Instant.EPOCH).orElseThrow();
    return new Sending(submitted.id(), at, addresses);
  }

  private LocalDateTime local(Duration in) {
    Instant now = bean(InstantSource.class).instant();
    return LocalDateTime.ofInstant(now.plus(in), Zones.VIETNAM)
        .truncatedTo(ChronoUnit.SECONDS)
        .plusSeconds(1);
  }

  private Actor account(String name, Role role) {
    return bean(Accounts.class)
        .add(
            name,
            name,
            null,
            Administrator.PASSWORD,
            false,
            (role == Role.ADMIN ? Stream.of(role, Role.OPERATOR) : Stream.of(role))
                .map(one -> new Grant(one, crowds.department()))
                .toList())
        .actor();
  }

  private <T> T bean(Class<T> type) {
    return program.getBean(type);
  }
}
