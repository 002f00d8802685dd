package vn.lantoa.console.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Scope;
import vn.lantoa.audience.Transfers;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.frame.TaskCount;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.Postponements;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Permission;

/// What waits for one person, what stands still first.
@Component
final class Tasks implements TaskCount {

  /// Counted no further than this.
  private static final int COUNTED = 100;

  private final ContentLibrary library;
  private final Campaigns campaigns;
  private final ChannelPauses pauses;
  private final Uncertainties uncertainties;
  private final Postponements postponements;
  private final Transfers transfers;
  private final SubjectRequests requests;
  private final Access access;

  Tasks(
      ContentLibrary library,
      Campaigns campaigns,
      ChannelPauses pauses,
      Uncertainties uncertainties,
      Postponements postponements,
      Transfers transfers,
      SubjectRequests requests,
      Access access) {
    this.requests = requests;
    this.library = library;
    this.campaigns = campaigns;
    this.pauses = pauses;
    this.uncertainties = uncertainties;
    this.postponements = postponements;
    this.transfers = transfers;
    this.access = access;
  }

  @Override
  public int of(Account account) {
    return list(account).size();
  }

  List<Task> list(Account account) {
    var tasks = new ArrayList<Task>();
    standing(account, tasks);
    campaigns(account, tasks);
    content(account, tasks);
    transfers(account, tasks);
    beyondTheDayLimit(account, tasks);
    requests(account, tasks);
    return tasks;
  }

  private void standing(Account account, List<Task> tasks) {
    for (var pause : pauses.all()) {
      tasks.add(
          new Task(
              "pause",
              Tone.WARN,
              "task.channel-paused",
              List.of(pause.channel()),
              pause.reason(),
              "/van-hanh"));
    }
    if (access.has(account, Permission.SETTLE_DELIVERIES)) {
      long uncertain = uncertainties.count(access.top(account, Permission.SETTLE_DELIVERIES));
      if (uncertain > 0) {
        tasks.add(
            new Task("warning", Tone.WARN, "task.uncertain", List.of(uncertain), "", "/chua-ro"));
      }
    }
  }

  /// Only what somebody might wonder at: that messages wait for the hours of their channel is as it
  /// should be.
  private void beyondTheDayLimit(Account account, List<Task> tasks) {
    if (!access.has(account, Permission.READ_DELIVERIES)) {
      return;
    }
    var top = access.top(account, Permission.READ_DELIVERIES);
    for (var postponed : postponements.within(top)) {
      if (postponed.isByDayLimit() || postponed.isByQuota()) {
        tasks.add(
            new Task(
                "clock",
                Tone.CALM,
                postponed.isByQuota() ? "task.quota" : "task.day-limit",
                List.of(postponed.deliveries(), postponed.channel(), postponed.campaign()),
                "",
                "/chien-dich/" + postponed.campaignId()));
      }
    }
  }

  private void transfers(Account account, List<Task> tasks) {
    long waiting = transfers.count(new Scope(account.units(Permission.KEEP_PEOPLE), false));
    if (waiting > 0) {
      tasks.add(
          new Task(
              "people", Tone.BUSY, "task.transfers", List.of(waiting), "", "/nguoi-nhan/chuyen"));
    }
  }

  /// The law counts the days.
  private void requests(Account account, List<Task> tasks) {
    if (!access.has(account, Permission.KEEP_PRIVACY)) {
      return;
    }
    var due = requests.due(access.top(account, Permission.KEEP_PRIVACY));
    if (due.overdue() > 0) {
      tasks.add(
          new Task(
              "shield",
              Tone.WARN,
              "task.requests-overdue",
              List.of(due.overdue()),
              "",
              "/du-lieu-ca-nhan"));
    }
    if (due.soon() > 0) {
      tasks.add(
          new Task(
              "shield",
              Tone.BUSY,
              "task.requests-due",
              List.of(due.soon()),
              "",
              "/du-lieu-ca-nhan"));
    }
  }

  private void campaigns(Account account, List<Task> tasks) {
    for (var campaign : campaignsOf(account)) {
      var href = "/chien-dich/" + campaign.id();
      boolean mine = account.actor().isSamePersonAs(campaign.authorId());
      switch (campaign.status()) {
        case PAUSED ->
            tasks.add(
                new Task(
                    "pause",
                    Tone.WARN,
                    "task.campaign-paused",
                    List.of(campaign.name()),
                    campaign.note(),
                    href));
        case SUBMITTED -> {
          if (account.actor().isSecondPairOfEyesFor(campaign.writers())
              && access.may(account, Permission.APPROVE_CAMPAIGNS, campaign.unitId())) {
            tasks.add(
                new Task(
                    "campaign",
                    Tone.BUSY,
                    "task.campaign-waiting",
                    List.of(campaign.name(), campaign.author()),
                    "",
                    href));
          }
        }
        case DRAFT -> {
          if (mine && !campaign.note().isEmpty()) {
            tasks.add(
                new Task(
                    "edit",
                    Tone.BUSY,
                    "task.campaign-returned",
                    List.of(campaign.name()),
                    campaign.note(),
                    href));
          }
        }
        case APPROVED, RUNNING, FINISHED, CANCELLED -> {}
      }
    }
  }

  private Iterable<Campaign> campaignsOf(Account account) {
    Map<Long, Campaign> found = new LinkedHashMap<>();
    account.grants().stream()
        .map(Grant::unitId)
        .distinct()
        .flatMap(unit ->
            campaigns
                .within(
                    unit,
                    Set.of(CampaignStatus.PAUSED, CampaignStatus.SUBMITTED, CampaignStatus.DRAFT),
                    0,
                    COUNTED)
                .stream())
        .forEach(campaign -> found.putIfAbsent(campaign.id(), campaign));
    return found.values();
  }

  private void content(Account account, List<Task> tasks) {
    for (var item : library.items()) {
      var author = item.latest().authorId();
      if (item.latestStatus() == ContentStatus.WAITING
          && account.actor().isSecondPairOfEyesFor(item.writers())
          && access.may(account, Permission.APPROVE_CONTENT, item.unitId())) {
        tasks.add(task("content", "task.content-waiting", item, item.latest().author()));
      } else if (item.latestStatus() == ContentStatus.RETURNED
          && account.actor().isSamePersonAs(author)) {
        tasks.add(task("edit", "task.content-returned", item, ""));
      }
    }
  }

  private static Task task(String icon, String key, ContentItem item, String author) {
    var reason =
        item.latestStatus() == ContentStatus.RETURNED
            ? item.latestDecision().map(decision -> decision.reason()).orElse("")
            : "";
    return new Task(
        icon, Tone.BUSY, key, List.of(item.title(), author), reason, "/noi-dung/" + item.id());
  }
}
