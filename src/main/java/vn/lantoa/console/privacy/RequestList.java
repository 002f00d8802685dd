package vn.lantoa.console.privacy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Choice;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestStatus;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.privacy.SubjectRequests.Wanted;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The register as a list, the most urgent first.
@Component
class RequestList {

  static final String PATH = "/du-lieu-ca-nhan";

  private static final Order AS_THEY_COME = new Order("han", false);

  private final SubjectRequests requests;
  private final RequestDetails details;
  private final Access access;

  RequestList(SubjectRequests requests, RequestDetails details, Access access) {
    this.requests = requests;
    this.details = details;
    this.access = access;
  }

  /// @throws vn.lantoa.common.Refusal `access.foreign-unit`
  Listing<RequestRow> of(Asked asked, Account account, Page page) {
    var status = chosen(RequestStatus.class, asked.text("trang-thai"));
    var kind = chosen(RequestKind.class, asked.text("loai"));
    var wanted =
        new Wanted(
            access.top(account, Permission.READ_PRIVACY),
            status == null ? RequestStatus.OPEN : status,
            kind);
    var rows =
        new Rows.Numbered<RequestRow>(
            (offset, limit) -> details.rows(requests.within(wanted, offset, limit)),
            requests.count(wanted),
            () -> details.rows(requests.within(wanted, 0, Integer.MAX_VALUE)).stream());
    return Listing.of(
            page.t("privacy.title"),
            asked,
            AS_THEY_COME,
            columns(page.today()),
            row -> String.valueOf(row.request().id()),
            rows)
        .countedAs("privacy.total")
        .choosing(choices(wanted, page));
  }

  private static List<Column<RequestRow>> columns(LocalDate today) {
    return List.of(
        Column.of(
            "loai",
            "privacy.kind",
            (page, row) ->
                Cell.of(
                    new Cell.Title(
                        page.label(row.request().kind()), PATH + "/yeu-cau/" + row.request().id())),
            (page, row) -> page.label(row.request().kind())),
        Column.text(
            "nguoi",
            "privacy.person",
            (page, row) -> row.person().isEmpty() ? page.t("privacy.nobody") : row.person()),
        Column.text("don-vi", "privacy.unit", (_, row) -> row.unitName()),
        Column.moment("nhan", "privacy.received", row -> row.request().receivedAt()),
        Column.of(
            "han",
            "privacy.due",
            (page, row) -> due(page, row, today),
            (_, row) -> row.request().nextDay()),
        Column.of(
            "trang-thai",
            "privacy.status",
            (page, row) ->
                Cell.of(
                    new Cell.Badge(
                        page.label(row.request().status()), page.tone(row.request().status()))),
            (page, row) -> page.label(row.request().status())));
  }

  private static Cell due(Page page, RequestRow row, LocalDate today) {
    var request = row.request();
    if (!request.isOpen()) {
      return Cell.plain("–");
    }
    var day = Cell.of(new Cell.Short(page.date(request.nextDay())));
    return request.isOverdue(today)
        ? day.and(new Cell.Badge(page.t("privacy.overdue"), "warn"))
        : day.noted(page.t(request.answeredAt() == null ? "privacy.to-answer" : "privacy.to-do"));
  }

  private static List<Choice> choices(Wanted wanted, Page page) {
    var kind = wanted.kind();
    return List.of(
        new Choice(
            "trang-thai",
            page.t("privacy.status"),
            options(page, RequestStatus.values()),
            "",
            wanted.status().name()),
        new Choice(
            "loai",
            page.t("privacy.kind"),
            options(page, RequestKind.values()),
            page.t("all"),
            kind == null ? "" : kind.name()));
  }

  private static List<Choice.Option> options(Page page, Enum<?>... values) {
    return Arrays.stream(values)
        .map(value -> new Choice.Option(value.name(), page.label(value)))
        .toList();
  }

  private static <E extends Enum<E>> @Nullable E chosen(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
