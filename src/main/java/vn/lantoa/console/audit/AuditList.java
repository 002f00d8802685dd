package vn.lantoa.console.audit;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.Acts;
import vn.lantoa.audit.AuditEntry;
import vn.lantoa.audit.AuditSearch;
import vn.lantoa.audit.AuditSearch.Wanted;
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
import vn.lantoa.security.Accounts;

/// The trail as a list: the newest first, found by who did it, to what, which act, and when.
@Component
class AuditList {

  static final String PATH = "/nhat-ky";

  private static final String ACT = "viec";
  private static final Order NEWEST = new Order("luc", true);

  private final AuditSearch search;
  private final Accounts accounts;

  AuditList(AuditSearch search, Accounts accounts) {
    this.search = search;
    this.accounts = accounts;
  }

  Listing<AuditEntry> of(Asked asked, Page page) {
    var wanted = wanted(asked, page);
    return Listing.of(
            page.t("audit.title"),
            asked,
            NEWEST,
            columns(),
            entry -> String.valueOf(entry.id()),
            new Rows.Onward<>(
                (after, limit) -> search.entries(wanted, after, limit), AuditEntry::id))
        .searchedBy(page.t("audit.search"))
        .datedBy(page.t("audit.at"))
        .choosing(
            List.of(
                new Choice(ACT, page.t("audit.act"), acts(page), page.t("all"), wanted.action())));
  }

  private Wanted wanted(Asked asked, Page page) {
    var words = asked.words();
    var subject = words.isEmpty() ? "" : Subjects.meant(page, words).orElse("");
    return new Wanted(
        words.isEmpty() || !subject.isEmpty() ? null : called(words),
        asked.text(ACT),
        subject,
        asked.days());
  }

  /// Accounts whose name or login name has these words in it.
  private List<Long> called(String words) {
    var wanted = Folded.of(words);
    return accounts.all().stream()
        .filter(account -> Folded.of(account.name() + "\n" + account.username()).contains(wanted))
        .map(Account::id)
        .toList();
  }

  private static List<Choice.Option> acts(Page page) {
    return Acts.ALL.stream()
        .map(act -> new Choice.Option(act, act(page, act)))
        .sorted(Comparator.comparing(Choice.Option::label, Collator.getInstance(Locale.of("vi"))))
        .toList();
  }

  private static String act(Page page, String act) {
    var words = page.t("action." + act);
    return words.substring(0, 1).toUpperCase(page.locale()) + words.substring(1);
  }

  private static List<Column<AuditEntry>> columns() {
    return List.of(
        Column.<AuditEntry>moment("luc", "audit.at", AuditEntry::at),
        Column.<AuditEntry>of(
            "nguoi",
            "audit.who",
            (page, entry) -> Cell.of(new Cell.Title(who(page, entry), "")).noted(entry.address()),
            AuditList::who),
        Column.<AuditEntry>text("viec", "audit.act", (page, entry) -> act(page, entry.action())),
        Column.<AuditEntry>of(
            "doi-tuong",
            "audit.subject",
            (page, entry) -> Subjects.cell(page, entry.subject()),
            (page, entry) -> Subjects.text(page, entry.subject())),
        Column.<AuditEntry>text(
            "chi-tiet", "audit.detail", (page, entry) -> page.reason(entry.detail())),
        Column.<AuditEntry>inFile("dia-chi", "audit.address", (_, entry) -> entry.address()),
        Column.<AuditEntry>inFile("yeu-cau", "audit.request", (_, entry) -> entry.request()),
        Column.<AuditEntry>inFile("ma-viec", "audit.act-code", (_, entry) -> entry.action()),
        Column.<AuditEntry>inFile(
            "ma-doi-tuong", "audit.subject-code", (_, entry) -> entry.subject()),
        Column.<AuditEntry>inFile("so", "audit.number", (_, entry) -> entry.id()));
  }

  private static String who(Page page, AuditEntry entry) {
    return entry.actor().isEmpty() ? page.t("audit.outsider") : entry.actor();
  }
}
