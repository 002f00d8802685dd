package vn.lantoa.console.delivery;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Masking;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.BulkAct;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.delivery.Uncertainties.Uncertain;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What is uncertain, as a list from which a person decides.
@Component
class UncertainList {

  private static final Order OLDEST_FIRST = new Order("tu-luc", false);

  private static final List<Column<Uncertain>> COLUMNS =
      List.of(
          Column.of(
              "nguoi-nhan",
              "delivery.to",
              (_, one) ->
                  Cell.of(
                          new Cell.Title(
                              one.delivery().recipientName(), "/luot-gui/" + one.delivery().id()))
                      .noted(address(one)),
              (_, one) -> one.delivery().recipientName()),
          Column.inFile("dia-chi", "address", (_, one) -> address(one)),
          Column.text("kenh", "channel", (page, one) -> page.label(one.delivery().channel())),
          Column.of(
              "chien-dich",
              "campaign",
              (page, one) -> DeliveryList.campaign(page, one.delivery()),
              (page, one) -> DeliveryList.campaignName(page, one.delivery())),
          Column.<Uncertain>moment("tu-luc", "uncertain.since", Uncertain::since).sorted(),
          Column.of("biet-gi", "uncertain.known", UncertainList::known, UncertainList::found),
          Column.inFile("noi-gi", "reason", (page, one) -> said(page, one)));

  private final Uncertainties uncertainties;
  private final Access access;

  UncertainList(Uncertainties uncertainties, Access access) {
    this.uncertainties = uncertainties;
    this.access = access;
  }

  /// Whether those are asked for that a person has left as they are.
  static boolean left(Asked asked) {
    return asked.text("de-lai").equals("true");
  }

  Listing<Uncertain> of(Asked asked, Account account, Page page) {
    long top = access.top(account, Permission.READ_DELIVERIES);
    boolean left = left(asked);
    var order = asked.order(COLUMNS, OLDEST_FIRST);
    Rows.Part<Uncertain> part =
        (offset, limit) -> uncertainties.of(top, left, order.down(), offset, limit);
    return Listing.of(
            page.t("uncertain.title"),
            asked,
            order,
            COLUMNS,
            one -> String.valueOf(one.delivery().id()),
            new Rows.Numbered<>(
                part, uncertainties.count(top), () -> part.of(0, Integer.MAX_VALUE).stream()))
        .acting(
            !access.has(account, Permission.SETTLE_DELIVERIES) ? List.of() : decisions(left, page));
  }

  private static List<BulkAct> decisions(boolean left, Page page) {
    return Stream.of(
            act(
                "WAS_SENT",
                left,
                page.t("settle.was-sent"),
                "primary",
                page.t("uncertain.was-sent.confirm")),
            act(
                "SEND_AGAIN",
                left,
                page.t("settle.send-again"),
                "plain",
                page.t("uncertain.send-again.confirm")),
            act("ASK", left, page.t("uncertain.ask"), "plain", ""),
            act("LEAVE", left, page.t("uncertain.leave"), "plain", ""))
        .filter(act -> !left || !act.action().contains("LEAVE"))
        .toList();
  }

  private static BulkAct act(
      String decision, boolean left, String text, String look, String confirm) {
    var action =
        UriComponentsBuilder.fromPath("/chua-ro")
            .queryParam("decision", decision)
            .queryParam("de-lai", left)
            .toUriString();
    return new BulkAct(action, text, look, confirm);
  }

  private static Cell known(Page page, Uncertain one) {
    var reason = one.delivery().reason();
    var askedAt = one.askedAt();
    var cell = Cell.plain(found(page, one)).noted(one.said());
    return askedAt != null && one.found() != null
        ? cell.noted(page.t("uncertain.asked", page.dateTime(askedAt), one.asked()))
        : cell.noted(page.reason(reason));
  }

  private static String found(Page page, Uncertain one) {
    var found = one.found();
    return found != null
        ? page.label(found)
        : page.t(one.askable() ? "uncertain.not-asked" : "uncertain.not-askable");
  }

  private static String said(Page page, Uncertain one) {
    return one.said().isEmpty() ? page.reason(one.delivery().reason()) : one.said();
  }

  private static String address(Uncertain one) {
    var delivery = one.delivery();
    return delivery.channel().equals(Channel.RADIO)
        ? ""
        : Masking.address(delivery.channel(), delivery.address());
  }
}
