package vn.lantoa.console.organisation;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Choice;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Accounts as a list, with what an administrator can do to each.
@Component
class AccountList {

  static final String PATH = "/tai-khoan";
  private static final Order BY_NAME = new Order("ten", false);

  /// @param reached those the administrator may touch
  Listing<AccountRow> of(Asked asked, List<AccountRow> reached, Account me, Page page) {
    var columns = columns(me);
    var order = asked.order(columns, BY_NAME);
    var wanted = Folded.of(asked.words());
    var role = asked.text("vai-tro");
    var words = Collator.getInstance(Locale.of("vi"));
    var rows =
        reached.stream()
            .filter(row -> searched(row).contains(wanted))
            .filter(row ->
                role.isEmpty()
                    || row.grants().stream().anyMatch(grant -> grant.role().name().equals(role)))
            .toList();
    return Listing.of(
            page.t("account.title"),
            asked,
            order,
            columns,
            row -> String.valueOf(row.account().id()),
            Rows.of(
                rows,
                order,
                Map.of(
                    "ten", Comparator.comparing(row -> row.account().name(), words),
                    "ten-dang-nhap", Comparator.comparing(row -> row.account().username()),
                    "dang-nhap",
                        Comparator.comparing(
                            row -> row.account().lastLoginAt(),
                            Comparator.nullsFirst(Comparator.naturalOrder())),
                    "tinh-trang", Comparator.comparing(row -> state(page, row), words))))
        .searchedBy(page.t("account.search"))
        .countedAs("account.count")
        .choosing(
            List.of(
                new Choice(
                    "vai-tro",
                    page.t("account.roles"),
                    Arrays.stream(Role.values())
                        .map(one -> new Choice.Option(one.name(), page.label(one)))
                        .toList(),
                    page.t("all"),
                    role)));
  }

  private static String searched(AccountRow row) {
    var account = row.account();
    return Folded.of(
        account.name()
            + "\n"
            + account.username()
            + "\n"
            + Objects.requireNonNullElse(account.email(), ""));
  }

  private static List<Column<AccountRow>> columns(Account me) {
    return List.of(
        Column.<AccountRow>of(
                "ten", "account.name", (_, row) -> name(row), (_, row) -> row.account().name())
            .sorted(),
        Column.<AccountRow>text(
                "ten-dang-nhap", "account.username", (_, row) -> row.account().username())
            .sorted(),
        Column.<AccountRow>inFile(
            "email", "account.email-short", (_, row) -> row.account().email()),
        Column.<AccountRow>of(
            "vai-tro",
            "account.roles",
            (page, row) ->
                Cell.of(row.grants().stream().map(grant -> new Cell.Plain(role(page, grant)))),
            (page, row) ->
                row.grants().stream()
                    .map(grant -> role(page, grant))
                    .collect(Collectors.joining("; "))),
        Column.<AccountRow>of(
                "tinh-trang", "account.state", AccountList::stateCell, AccountList::state)
            .sorted(),
        Column.<AccountRow>moment(
                "dang-nhap", "account.last-login", row -> row.account().lastLoginAt())
            .sorted(),
        Column.<AccountRow>onPage("viec", "account.acts", (page, row) -> acts(page, row, me)));
  }

  private static Cell name(AccountRow row) {
    return Cell.of(new Cell.Title(row.account().name(), PATH + "/" + row.account().id()))
        .noted(Objects.requireNonNullElse(row.account().email(), ""));
  }

  private static String role(Page page, AccountRow.GrantRow grant) {
    return page.label(grant.role()) + " – " + grant.unitName();
  }

  private static Cell stateCell(Page page, AccountRow row) {
    var until = row.account().passwordUntil();
    return Cell.of(new Cell.Badge(state(page, row), tone(page, row.account())))
        .noted(
            until != null && isFresh(page, row.account())
                ? page.t("account.fresh.until", page.dateTime(until))
                : "")
        .noted(row.hasFactor() ? page.t("account.factor") : "");
  }

  private static String state(Page page, AccountRow row) {
    var account = row.account();
    return page.t(
        !account.active()
            ? "account.closed"
            : !account.mustChangePassword()
                ? "account.open"
                : isFresh(page, account) ? "account.fresh" : "account.fresh.over");
  }

  private static String tone(Page page, Account account) {
    return !account.active()
        ? "calm"
        : !account.mustChangePassword() ? "good" : isFresh(page, account) ? "warn" : "bad";
  }

  /// Whether the password somebody else made still leads in.
  private static boolean isFresh(Page page, Account account) {
    var until = account.passwordUntil();
    return account.mustChangePassword() && (until == null || page.now().isBefore(until));
  }

  private static Cell acts(Page page, AccountRow row, Account me) {
    var account = row.account();
    if (account.id() == me.id()) {
      return Cell.of(new Cell.Note(page.t("account.you")));
    }
    var path = PATH + "/" + account.id();
    if (!account.active()) {
      return Cell.of(new Cell.Act(path + "/mo", page.t("account.reopen"), "plain", ""));
    }
    var acts =
        Cell.of(
            new Cell.Act(
                path + "/mat-khau",
                page.t("account.reset"),
                "plain",
                page.t("account.reset.confirm", account.name())),
            new Cell.Act(
                path + "/khoa",
                page.t("account.close"),
                "danger",
                page.t("account.close.confirm", account.name())));
    return row.hasFactor()
        ? acts.and(
            new Cell.Act(
                path + "/go-xac-thuc",
                page.t("account.remove-factor"),
                "danger",
                page.t("account.remove-factor.confirm", account.name())))
        : acts;
  }
}
