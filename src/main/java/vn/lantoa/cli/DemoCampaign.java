package vn.lantoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.org.OrgUnit;

/// Does in a demo what people do: approves the library as a second person, plans the campaign of
/// 10/10 on every channel, approves that, too.
final class DemoCampaign {

  private static final String INVITATION = "ngay-10-10-loi-moi";
  private static final String ON_AIR = "hoc-sinh-huong-dan-gia-dinh";

  /// Looks, ten a second, without another item: nothing more is coming.
  private static final int SETTLED = 100;

  /// A demo that goes on after days still sends what it had not sent.
  private static final Duration PATIENCE = Duration.ofDays(30);

  private final ConfigurableApplicationContext server;
  private final SampleOrganisation sample;

  DemoCampaign(ConfigurableApplicationContext server, SampleOrganisation sample) {
    this.server = server;
    this.sample = sample;
  }

  /// Until the library has taken in all files, or as many as it can.
  ///
  /// @throws StartupFailure `no-content`, `content-unread` when what the campaign sends is not
  ///   among them
  void awaitContent() throws InterruptedException {
    var library = server.getBean(ContentLibrary.class);
    long files = files();
    int before = -1;
    for (int quiet = 0; quiet < SETTLED && library.items().size() < files; quiet++) {
      int now = library.items().size();
      quiet = now == before ? quiet : 0;
      before = now;
      Thread.sleep(100);
    }
    if (library.find(INVITATION).isEmpty() || library.find(ON_AIR).isEmpty()) {
      throw new StartupFailure(
          files == 0 ? "no-content" : "content-unread", Path.of("content").toAbsolutePath());
    }
    if (library.items().size() < files) {
      System.out.println(Words.of("cli.demo.content-some", (long) library.items().size(), files));
    }
  }

  private static long files() {
    try (var found = Files.walk(Path.of("content"))) {
      return found.filter(file -> file.toString().endsWith(".md")).count();
    } catch (IOException _) {
      throw new StartupFailure("no-content", Path.of("content").toAbsolutePath());
    }
  }

  void approveContent() {
    var library = server.getBean(ContentLibrary.class);
    var approver = sample.account(SampleOrganisation.APPROVER).actor();
    var items = library.items();
    items.stream()
        .filter(item -> item.status() == ContentStatus.WAITING)
        .forEach(item -> library.approve(item.id(), item.current().hash(), approver));
    System.out.println(Words.of("cli.demo.approved-content", (long) items.size(), approver.name()));
  }

  boolean isThere(long id) {
    return server.getBean(Campaigns.class).find(id).isPresent();
  }

  /// @param top the unit that plans; the campaign is for all below it
  Campaign plan(OrgUnit top) {
    var now =
        LocalDateTime.ofInstant(server.getBean(InstantSource.class).instant(), Zones.VIETNAM)
            .truncatedTo(ChronoUnit.SECONDS)
            .plusSeconds(2);
    var everyone = new Segment(top.id(), Set.of());
    var timing = Timing.once(now, Zones.VIETNAM);
    var draft =
        new CampaignDraft(
            top.id(),
            "Ngày Chuyển đổi số quốc gia 10/10",
            Purpose.NOTICE,
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
    return new WaveDraft(item, segment, List.of(channels), timing, PATIENCE, PATIENCE);
  }

  void approve(long id) {
    var campaigns = server.getBean(Campaigns.class);
    var campaign = campaigns.get(id);
    if (campaign.status() == CampaignStatus.DRAFT) {
      campaign = campaigns.submit(id, sample.account(SampleOrganisation.OFFICER).actor());
    }
    if (campaign.status() == CampaignStatus.SUBMITTED) {
      var approver = sample.account(SampleOrganisation.APPROVER).actor();
      campaigns.approve(id, campaigns.read(id), approver);
      System.out.println(
          Words.of(
              "cli.demo.approved-campaign", campaign.name(), campaign.author(), approver.name()));
    }
  }
}
