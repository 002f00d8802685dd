package vn.lantoa.console.home;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.notice.Notices;
import vn.lantoa.report.Funnels;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Today: what waits for me, what goes out, what became of it.
@Controller
class HomePage {

  /// Enough for one screen; who has more waiting finds it in the lists.
  private static final int TASKS_SHOWN = 20;

  private static final int SHOWN = 5;
  private static final int LOOKED_AT = 100;

  private final Tasks tasks;
  private final Funnels funnels;
  private final Campaigns campaigns;
  private final ContentLibrary library;
  private final Channels channels;
  private final Notices notices;
  private final Access access;
  private final InstantSource clock;

  HomePage(
      Tasks tasks,
      Funnels funnels,
      Campaigns campaigns,
      ContentLibrary library,
      Channels channels,
      Notices notices,
      Access access,
      InstantSource clock) {
    this.tasks = tasks;
    this.funnels = funnels;
    this.campaigns = campaigns;
    this.library = library;
    this.channels = channels;
    this.notices = notices;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/")
  @Needs(Permission.ENTER)
  String home(Account account, Model model) {
    if (!access.has(account, Permission.READ_TASKS)) {
      return access.has(account, Permission.READ_STATIONS) ? "redirect:/dai" : "redirect:/van-hanh";
    }
    long unit = access.top(account, Permission.READ_TASKS);
    var waiting = tasks.list(account);
    model.addAttribute("waiting", waiting.size());
    model.addAttribute("tasks", waiting.stream().limit(TASKS_SHOWN).toList());
    model.addAttribute("news", notices.news(account.id(), SHOWN));
    var today = LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
    model.addAttribute("countdown", Countdown.from(today));
    model.addAttribute("funnels", funnels.ofDay(unit, today));
    model.addAttribute("channels", channels);
    model.addAttribute("upcoming", upcoming(unit));
    model.addAttribute("newcomer", campaigns.within(unit, Set.of(), 0, 1).isEmpty());
    model.addAttribute("hasApproved", library.items().stream().anyMatch(ContentItem::isApproved));
    return "console/home/home";
  }

  private List<Upcoming> upcoming(long unit) {
    return campaigns
        .within(unit, Set.of(CampaignStatus.APPROVED, CampaignStatus.RUNNING), 0, LOOKED_AT)
        .stream()
        .flatMap(this::waves)
        .sorted(Comparator.comparing(Upcoming::at))
        .limit(SHOWN)
        .toList();
  }

  private Stream<Upcoming> waves(Campaign campaign) {
    return campaign.waves().stream()
        .flatMap(wave ->
            Stream.ofNullable(wave.nextFireAt())
                .map(at ->
                    new Upcoming(
                        at,
                        campaign.id(),
                        campaign.name(),
                        library.find(wave.itemId()).map(ContentItem::title).orElse(wave.itemId()),
                        wave.channels())));
  }
}
