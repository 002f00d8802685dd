package vn.lantoa.console.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Choice;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The units below an administrator as one table, beside the tree.
@Controller
class UnitListPages {

  private static final String PATH = "/don-vi/danh-sach";
  private static final Order BY_NAME = new Order("ten", false);

  private final OrgUnits units;
  private final Access access;
  private final ListFiles files;

  UnitListPages(OrgUnits units, Access access, ListFiles files) {
    this.units = units;
    this.access = access;
    this.files = files;
  }

  @GetMapping(PATH)
  @Needs(Permission.KEEP_UNITS)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute("list", listing(fields, account, page).on(page));
    return "console/organisation/unit-list";
  }

  @GetMapping(path = PATH, params = "tep")
  @Needs(Permission.KEEP_UNITS)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    files.send(listing(fields, account, page), page, account, request, response);
  }

  private Listing<OrgUnit> listing(
      MultiValueMap<String, String> fields, Account account, Page page) {
    var asked = new Asked(PATH, fields);
    var all = units.subtree(access.top(account, Permission.KEEP_UNITS));
    var columns = columns(all);
    var order = asked.order(columns, BY_NAME);
    var wanted = Folded.of(asked.words());
    var kind = asked.text("loai");
    var words = Collator.getInstance(Locale.of("vi"));
    var found =
        all.stream()
            .filter(unit -> kind.isEmpty() || unit.kind().name().equals(kind))
            .filter(unit -> Folded.of(unit.name() + "\n" + unit.code()).contains(wanted))
            .toList();
    return Listing.of(
            page.t("unit.list"),
            asked,
            order,
            columns,
            unit -> String.valueOf(unit.id()),
            Rows.of(
                found,
                order,
                Map.of(
                    "ten", Comparator.comparing(OrgUnit::name, words),
                    "ma", Comparator.comparing(OrgUnit::code, words),
                    "loai", Comparator.comparing(unit -> page.label(unit.kind()), words),
                    "tu-ngay", Comparator.comparing(OrgUnit::validFrom))))
        .searchedBy(page.t("unit.list.search"))
        .countedAs("unit.list.count")
        .choosing(List.of(kinds(page, kind)));
  }

  private static Choice kinds(Page page, String chosen) {
    var kinds =
        Arrays.stream(OrgUnit.Kind.values())
            .map(kind -> new Choice.Option(kind.name(), page.label(kind)))
            .toList();
    return new Choice("loai", page.t("unit.kind"), kinds, page.t("all"), chosen);
  }

  private static List<Column<OrgUnit>> columns(List<OrgUnit> all) {
    var byId = all.stream().collect(Collectors.toMap(OrgUnit::id, Function.identity()));
    return List.of(
        Column.<OrgUnit>of(
                "ten",
                "unit.name",
                (_, unit) -> Cell.of(new Cell.Title(unit.name(), "/don-vi/" + unit.id())),
                (_, unit) -> unit.name())
            .sorted(),
        Column.<OrgUnit>text("ma", "unit.code", (_, unit) -> unit.code()).sorted(),
        Column.<OrgUnit>text("loai", "unit.kind", (page, unit) -> page.label(unit.kind())).sorted(),
        Column.text(
            "cap-tren",
            "unit.above",
            (_, unit) -> {
              // What lies above the reader's own top is not his to see.
              var above = unit.parentId() == null ? null : byId.get(unit.parentId());
              return above == null ? "" : above.name();
            }),
        Column.<OrgUnit>of(
                "tu-ngay",
                "unit.valid-from",
                (page, unit) -> Cell.of(new Cell.Short(page.date(unit.validFrom()))),
                (_, unit) -> unit.validFrom())
            .sorted());
  }
}
