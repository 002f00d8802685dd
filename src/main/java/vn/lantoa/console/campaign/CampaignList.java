package vn.lantoa.console.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignSearch;
import vn.lantoa.campaign.CampaignSearch.Wanted;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Campaigns as a list.
@Component
class CampaignList {

  static final String PATH = "/chien-dich";
  private static final Order NEWEST_FIRST = new Order("lap", true);

  private static final List<Column<Campaign>> COLUMNS =
      List.of(
          Column.<Campaign>of("ten", "campaign.name", CampaignList::name, (_, one) -> one.name())
              .sorted(),
          Column.text("kenh", "campaign.channels", CampaignList::channels),
          Column.<Campaign>of(
                  "gui", "campaign.next-fire", CampaignList::timing, (_, one) -> nextFireAt(one))
              .sorted(),
          Column.inFile("xong", "campaign.over-at", (_, one) -> one.finishedAt()),
          Column.<Campaign>text("nguoi-lap", "campaign.author", (_, one) -> one.author()).sorted(),
          Column.<Campaign>moment("lap", "campaign.created", Campaign::createdAt).sorted(),
          Column.<Campaign>of(
                  "tinh-trang",
                  "campaign.status",
                  (page, one) ->
                      Cell.of(new Cell.Badge(page.label(one.status()), page.tone(one.status()))),
                  (page, one) -> page.label(one.status()))
              .sorted(),
          Column.inFile("ghi-chu", "campaign.note", CampaignList::note));

  private final Campaigns campaigns;
  private final CampaignSearch search;
  private final Access access;

  CampaignList(Campaigns campaigns, CampaignSearch search, Access access) {
    this.campaigns = campaigns;
    this.search = search;
    this.access = access;
  }

  static CampaignTab tab(Asked asked) {
    return CampaignTab.of(asked.text("loc"));
  }

  Listing<Campaign> of(Asked asked, Account account, Page page) {
    var tab = tab(asked);
    var wanted =
        new Wanted(
            access.top(account, Permission.READ_CAMPAIGNS),
            tab.statuses(),
            asked.words(),
            asked.days());
    var order = asked.order(COLUMNS, NEWEST_FIRST);
    return Listing.of(
            tab == CampaignTab.ALL
                ? page.t("campaign.title")
                : page.t("campaign.title") + " – " + page.t("campaign.tab." + tab.name()),
            asked,
            order,
            COLUMNS,
            one -> String.valueOf(one.id()),
            new Rows.Numbered<>(
                (offset, limit) -> known(search.ids(wanted, order, offset, limit)),
                search.count(wanted),
                () -> Rows.inParts(search.ids(wanted, order, 0, Integer.MAX_VALUE), this::known)))
        .searchedBy(page.t("campaign.search"))
        .datedBy(page.t("campaign.days"))
        .countedAs("campaign.count")
        .choosable();
  }

  private List<Campaign> known(List<Long> ids) {
    return ids.stream().flatMap(id -> campaigns.find(id).stream()).toList();
  }

  private static Cell name(Page page, Campaign one) {
    var title = new Cell.Title(one.name(), PATH + "/" + one.id());
    boolean returned = one.status() == CampaignStatus.DRAFT && !one.note().isEmpty();
    return returned
        ? Cell.of(title, new Cell.Badge(page.t("campaign.returned.short"), "warn"))
        : Cell.of(title);
  }

  private static String channels(Page page, Campaign one) {
    return page.labels(
        one.waves().stream().flatMap(wave -> wave.channels().stream()).distinct().toList());
  }

  private static @Nullable Instant nextFireAt(Campaign one) {
    return one.status().isOver()
        ? null
        : one.waves().stream()
            .map(Wave::nextFireAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private static Cell timing(Page page, Campaign one) {
    var next = nextFireAt(one);
    var finishedAt = one.finishedAt();
    if (next != null) {
      return Cell.of(new Cell.Short(page.dateTime(next)));
    }
    if (finishedAt != null) {
      return Cell.of(new Cell.Note(page.t("campaign.finished-at", page.dateTime(finishedAt))));
    }
    return one.status() == CampaignStatus.DRAFT || one.status() == CampaignStatus.SUBMITTED
        ? Cell.of(one.waves().stream().map(wave -> new Cell.Note(CampaignWords.timing(page, wave))))
        : Cell.plain("–");
  }

  private static String note(Page page, Campaign one) {
    return CampaignWords.note(page, one.note());
  }
}
