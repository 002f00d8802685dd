package vn.lantoa.console.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.SearchText;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Masking;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.BulkAct;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Choice;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The ledger as a list. It is put in order by the moment of the run alone, from either end: that
/// order an index has. By anything else millions of rows would have to be sorted to show 25, and an
/// index on what changes while it is sent would slow down the sending.
@Component
class DeliveryList {

  static final String PATH = "/luot-gui";
  private static final Order NEWEST_FIRST = new Order("hen", true);

  private final Deliveries deliveries;
  private final Campaigns campaigns;
  private final Channels channels;
  private final Access access;

  DeliveryList(Deliveries deliveries, Campaigns campaigns, Channels channels, Access access) {
    this.deliveries = deliveries;
    this.campaigns = campaigns;
    this.channels = channels;
    this.access = access;
  }

  /// @throws vn.lantoa.common.Refusal `access.foreign-unit`, `campaign.unknown`
  Listing<Delivery> of(Asked asked, Account account, Page page) {
    var campaign = campaign(asked, account);
    var filter = filter(asked, campaign, account);
    boolean keeps = keeps(account, filter.unitId());
    var columns = columns(campaign == null, keeps);
    var order = asked.order(columns, NEWEST_FIRST);
    var title = page.t("delivery.title") + (campaign == null ? "" : " – " + campaign.name());
    return Listing.of(
            title,
            asked,
            order,
            columns,
            delivery -> String.valueOf(delivery.id()),
            new Rows.Onward<>(
                (after, limit) -> deliveries.search(filter, !order.down(), after, limit),
                Delivery::id))
        .searchedBy(page.t(keeps ? "delivery.search" : "delivery.search.whole"))
        .datedBy(page.t("delivery.days"))
        .choosing(choices(filter, page))
        .acting(
            !keeps
                ? List.of()
                : List.of(
                    new BulkAct(PATH + "/chon/gui-lai", page.t("delivery.resend"), "plain", "")));
  }

  /// The campaign whose deliveries are asked for; null: those of all.
  @Nullable Campaign campaign(Asked asked, Account account) {
    var id = asked.number("chien-dich");
    if (id == null) {
      return null;
    }
    var campaign = campaigns.get(id);
    access.require(account, Permission.READ_DELIVERIES, campaign.unitId());
    return campaign;
  }

  Deliveries.Filter filter(Asked asked, @Nullable Campaign campaign, Account account) {
    long unit =
        campaign == null ? access.top(account, Permission.READ_DELIVERIES) : campaign.unitId();
    return new Deliveries.Filter(
        unit,
        campaign == null ? null : campaign.id(),
        channel(asked.text("kenh")),
        status(asked.text("trang-thai")),
        SearchText.by(keeps(account, unit), asked.words()),
        asked.days());
  }

  private boolean keeps(Account account, long unit) {
    return access.may(account, Permission.SETTLE_DELIVERIES, unit);
  }

  /// @param keeps whether the reader keeps the list of these people, and is told their numbers
  private static List<Column<Delivery>> columns(boolean ofAllCampaigns, boolean keeps) {
    return Stream.of(
            Column.<Delivery>of(
                "nguoi-nhan",
                "delivery.to",
                DeliveryList::recipient,
                (_, one) -> one.recipientName()),
            Column.<Delivery>inFile(
                "dia-chi", "address", (_, one) -> keeps ? address(one) : masked(one)),
            Column.<Delivery>of(
                "kenh",
                "channel",
                (page, one) -> Cell.of(new Cell.Short(page.label(one.channel()))),
                (page, one) -> page.label(one.channel())),
            campaignColumn(ofAllCampaigns),
            Column.<Delivery>moment("hen", "delivery.fired", Delivery::firedAt).sorted(),
            Column.<Delivery>moment(
                "luc",
                "delivery.at",
                one -> Objects.requireNonNullElse(one.settledAt(), one.notBefore())),
            Column.<Delivery>of(
                "trang-thai",
                "status",
                (page, one) ->
                    Cell.of(new Cell.Badge(page.label(one.status()), page.tone(one.status())))
                        .noted(page.reason(one.reason())),
                (page, one) -> page.label(one.status())),
            Column.<Delivery>inFile("ly-do", "reason", (page, one) -> page.reason(one.reason())),
            Column.<Delivery>inFile("so-lan", "delivery.attempts", (_, one) -> one.attempts()))
        .toList();
  }

  private static Column<Delivery> campaignColumn(boolean onPage) {
    return onPage
        ? Column.of("chien-dich", "campaign", DeliveryList::campaign, DeliveryList::campaignName)
        : Column.inFile("chien-dich", "campaign", DeliveryList::campaignName);
  }

  static Cell campaign(Page page, Delivery one) {
    return one.isNotice()
        ? Cell.plain(campaignName(page, one))
        : Cell.of(new Cell.Link(one.campaignName(), "/chien-dich/" + one.campaignId()));
  }

  static String campaignName(Page page, Delivery one) {
    return one.isNotice() ? page.t("delivery.notice") : one.campaignName();
  }

  private static Cell recipient(Page page, Delivery one) {
    return Cell.of(new Cell.Title(one.recipientName(), PATH + "/" + one.id())).noted(masked(one));
  }

  /// A station has none that says anything.
  static String address(Delivery one) {
    return one.channel().equals(Channel.RADIO) ? "" : one.address();
  }

  /// For who does not keep the list of these people.
  static String masked(Delivery one) {
    return one.channel().equals(Channel.RADIO) ? "" : Masking.address(one.channel(), one.address());
  }

  private List<Choice> choices(Deliveries.Filter filter, Page page) {
    var channel = filter.channel();
    var status = filter.status();
    return List.of(
        new Choice(
            "kenh",
            page.t("channel"),
            channels.all().stream()
                .map(one -> new Choice.Option(one.key(), page.label(one)))
                .toList(),
            page.t("all"),
            channel == null ? "" : channel.key()),
        new Choice(
            "trang-thai",
            page.t("status"),
            Arrays.stream(DeliveryStatus.values())
                .map(one -> new Choice.Option(one.name(), page.label(one)))
                .toList(),
            page.t("all"),
            status == null ? "" : status.name()));
  }

  @Nullable Channel channel(String key) {
    return channels.all().stream()
        .filter(channel -> channel.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable DeliveryStatus status(String name) {
    return Arrays.stream(DeliveryStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
