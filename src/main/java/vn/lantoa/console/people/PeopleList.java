package vn.lantoa.console.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipient.ContactPoint;
import vn.lantoa.audience.RecipientSearch;
import vn.lantoa.audience.RecipientSearch.Wanted;
import vn.lantoa.audience.SearchText;
import vn.lantoa.common.Channel;
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
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Recipients as a list.
@Component
class PeopleList {

  static final String PATH = "/nguoi-nhan";

  private static final String REMOVED = "da-xoa";
  private static final Order BY_NAME = new Order("ten", false);

  private final RecipientSearch search;
  private final PeopleDetails details;
  private final Access access;

  PeopleList(RecipientSearch search, PeopleDetails details, Access access) {
    this.search = search;
    this.details = details;
    this.access = access;
  }

  /// @throws vn.lantoa.common.Refusal `access.foreign-unit`
  Listing<RecipientRow> of(Asked asked, Account account, Page page) {
    long top = access.top(account, Permission.READ_PEOPLE);
    var chosen = asked.number("don-vi");
    long within = chosen == null || chosen == 0 ? top : chosen;
    access.require(account, Permission.READ_PEOPLE, within);
    boolean keeps = access.may(account, Permission.KEEP_PEOPLE, within);
    var columns = columns(keeps);
    var order = asked.order(columns, BY_NAME);
    boolean removed = keeps && asked.text("danh-sach").equals(REMOVED);
    var wanted =
        new Wanted(
            within, SearchText.by(keeps, asked.words()), asked.text("nhom"), asked.days(), removed);
    return Listing.of(
            page.t("people.title"),
            asked,
            order,
            columns,
            row -> String.valueOf(row.recipient().id()),
            rows(wanted, order))
        .searchedBy(page.t(keeps ? "people.search" : "people.search.whole"))
        .datedBy(page.t("people.added-within"))
        .countedAs("people.total")
        .choosing(choices(top, within, wanted, keeps, page))
        .acting(
            !keeps || removed
                ? List.of()
                : List.of(
                    new BulkAct(PATH + "/chon/tu-choi", page.t("people.opt-out"), "danger", "")));
  }

  private Rows<RecipientRow> rows(Wanted wanted, Order order) {
    return new Rows.Numbered<>(
        (offset, limit) -> details.rows(search.of(search.ids(wanted, order, offset, limit))),
        search.count(wanted),
        () ->
            Rows.inParts(
                search.ids(wanted, order, 0, Integer.MAX_VALUE),
                ids -> details.rows(search.of(ids))));
  }

  /// @param keeps whether the reader keeps this list, and is told whole numbers in a file
  private static List<Column<RecipientRow>> columns(boolean keeps) {
    return List.of(
        Column.<RecipientRow>of(
                "ten",
                "people.name",
                (_, row) ->
                    Cell.of(
                        new Cell.Title(row.recipient().name(), PATH + "/" + row.recipient().id())),
                (_, row) -> row.recipient().name())
            .sorted(),
        Column.<RecipientRow>text(
                "nhom", "people.audience", (page, row) -> page.label(row.audience()))
            .sorted(),
        Column.<RecipientRow>text("don-vi", "people.unit", (_, row) -> row.unitName()).sorted(),
        Column.onPage("dia-chi", "people.addresses", PeopleList::addresses),
        Column.inFile("dien-thoai", "people.phone", (_, row) -> on(Channel.SMS, row, keeps)),
        Column.inFile("email", "people.email", (_, row) -> on(Channel.EMAIL, row, keeps)),
        Column.inFile("duoc-gui", "people.may-write", PeopleList::wish),
        Column.<RecipientRow>moment("ngay-them", "people.added", RecipientRow::addedAt).sorted());
  }

  private static Cell addresses(Page page, RecipientRow row) {
    return Cell.of(
        row.recipient().contactPoints().stream()
            .flatMap(point ->
                Stream.concat(
                    Stream.of(new Cell.Plain(Masking.address(point.channel(), point.address()))),
                    trouble(page, point))));
  }

  private static Stream<Cell.Part> trouble(Page page, ContactPoint point) {
    var suppressed = point.suppressed();
    return suppressed != null
        ? Stream.of(new Cell.Badge(page.label(suppressed), "warn"))
        : point.consentAt() == null
            ? Stream.of(new Cell.Badge(page.t("people.no-consent"), "calm"))
            : Stream.of();
  }

  private static String on(Channel channel, RecipientRow row, boolean whole) {
    return row.recipient().contactPoints().stream()
        .filter(point -> point.channel().equals(channel))
        .map(point -> whole ? point.address() : Masking.address(channel, point.address()))
        .findFirst()
        .orElse("");
  }

  /// Of each address that may not be written to, why.
  private static String wish(Page page, RecipientRow row) {
    var troubles =
        row.recipient().contactPoints().stream()
            .flatMap(point -> trouble(page, point).map(part -> why(page, point, part)))
            .collect(Collectors.joining("; "));
    return troubles.isEmpty()
        ? page.t(row.recipient().contactPoints().isEmpty() ? "people.no-address" : "people.yes")
        : troubles;
  }

  private static String why(Page page, ContactPoint point, Cell.Part trouble) {
    return page.label(point.channel())
        + ": "
        + (trouble instanceof Cell.Badge badge ? badge.text() : "");
  }

  private List<Choice> choices(long top, long within, Wanted wanted, boolean keeps, Page page) {
    var units =
        details.units(top).stream()
            .map(unit -> new Choice.Option(String.valueOf(unit.id()), unit.indented()))
            .toList();
    var groups =
        details.audiences().entrySet().stream()
            .map(group -> new Choice.Option(group.getKey(), page.label(group.getValue())))
            .toList();
    return Stream.of(
            new Choice("don-vi", page.t("people.unit"), units, "", String.valueOf(within)),
            new Choice("nhom", page.t("people.audience"), groups, page.t("all"), wanted.audience()),
            new Choice(
                "danh-sach",
                page.t("people.which"),
                keeps
                    ? List.of(new Choice.Option(REMOVED, page.t("people.which.removed")))
                    : List.of(),
                page.t("people.which.present"),
                wanted.removed() ? REMOVED : ""))
        .filter(choice -> choice.options().size() > (choice.name().equals("danh-sach") ? 0 : 1))
        .toList();
  }

  /// Only these are asked for by their ids.
  List<Recipient> named(List<Long> ids) {
    return search.of(ids).stream().map(RecipientSearch.Found::recipient).toList();
  }
}
