package vn.lantoa.console.people;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.roster.Check;
import vn.lantoa.roster.Choices;
import vn.lantoa.roster.KeptFile;
import vn.lantoa.roster.Rosters;
import vn.lantoa.roster.Several;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// One file that was sent: which column is which, what taking it in would come to, what it came to.
@Controller
@RequestMapping(ImportPages.PATH + "/{id}")
class ImportFilePages {

  /// The session keeps the last check, so that looking again does not read the file again.
  private static final String CHECKED = "importChecked";

  private final Rosters rosters;
  private final PeopleDetails details;
  private final OwnFiles own;
  private final Audited audited;

  ImportFilePages(Rosters rosters, PeopleDetails details, OwnFiles own, Audited audited) {
    this.rosters = rosters;
    this.details = details;
    this.own = own;
    this.audited = audited;
  }

  private record Checked(long id, Choices choices, boolean taken, Check check) {}

  @GetMapping
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String show(
      @PathVariable long id,
      @RequestParam(name = "cot", required = false) @Nullable String columns,
      @SessionAttribute(name = CHECKED, required = false) @Nullable Checked checked,
      Account account,
      HttpSession session,
      Model model) {
    var file = own.any(id, account);
    var layout = rosters.look(file);
    model.addAttribute("file", file);
    model.addAttribute("layout", layout);
    model.addAttribute("audiences", details.audiences());
    if (file.taken() == null && (columns != null || !layout.questions().isEmpty())) {
      return "console/people/columns";
    }
    try {
      model.addAttribute("check", check(file, checked, account, session));
      return "console/people/check";
    } catch (Refusal refusal) {
      // Another row of headings may help, or another sheet; or it is thrown away.
      model.addAttribute("refusal", refusal);
      return "console/people/columns";
    }
  }

  private Check check(
      KeptFile file, @Nullable Checked before, Account account, HttpSession session) {
    boolean taken = file.taken() != null;
    if (before != null
        && before.id() == file.id()
        && before.taken() == taken
        && before.choices().equals(file.choices())) {
      return before.check();
    }
    var check = rosters.check(file, OwnScope.of(account));
    session.setAttribute(CHECKED, new Checked(file.id(), file.choices(), taken, check));
    return check;
  }

  @PostMapping("/cot")
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String choose(
      @PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Account account) {
    var file = own.open(id, account);
    var form = FormFields.of(fields);
    var layout = rosters.look(file);
    var row = form.number("header");
    var sheet = form.number("sheet");
    boolean moved =
        row != null && row != layout.headerRow() || sheet != null && sheet != layout.sheet();
    rosters.choose(
        file,
        new Choices(
            sheet == null ? layout.sheet() : sheet.intValue(),
            row == null ? null : row.intValue(),
            // Columns that were named for another row are no columns of this one.
            moved ? null : ColumnsForm.columns(form, layout),
            audience(form.text("audience")),
            file.choices().several(),
            file.choices().purpose()));
    return "redirect:" + ImportPages.PATH + "/" + id + (moved ? "?cot" : "");
  }

  private String audience(String key) {
    return details.audiences().containsKey(key) ? key : "";
  }

  @PostMapping("/nhieu")
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String several(@PathVariable long id, @RequestParam Several several, Account account) {
    var file = own.open(id, account);
    rosters.choose(file, file.choices().withSeveral(several));
    return "redirect:" + ImportPages.PATH + "/" + id;
  }

  @PostMapping("/muc-dich")
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String purpose(@PathVariable long id, @RequestParam Purpose purpose, Account account) {
    var file = own.open(id, account);
    rosters.choose(file, file.choices().withPurpose(purpose));
    return "redirect:" + ImportPages.PATH + "/" + id;
  }

  @PostMapping
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String take(
      @PathVariable long id,
      @RequestParam(name = "chuyen", defaultValue = "false") boolean moving,
      Account account,
      HttpSession session) {
    var file = own.open(id, account);
    var scope = OwnScope.of(account, moving);
    var check =
        audited.act(
            account.actor(),
            "recipient.import",
            "unit:" + file.unitId(),
            // A file may be called after somebody; the list of imports knows its name.
            "file:" + id,
            () -> rosters.take(file, scope, account.actor()));
    session.setAttribute(CHECKED, new Checked(id, file.choices(), true, check));
    return "redirect:" + ImportPages.PATH + "/" + id;
  }

  @PostMapping("/bo")
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  String drop(@PathVariable long id, Account account) {
    rosters.drop(own.open(id, account));
    return "redirect:" + ImportPages.PATH;
  }

  @GetMapping("/dong-loi")
  @Needs(value = Permission.KEEP_PEOPLE, of = KeptFile.class)
  ResponseEntity<byte[]> refused(@PathVariable long id, Account account, Page page)
      throws IOException {
    var file = own.any(id, account);
    audited.act(account.actor(), "list.export", "unit:" + file.unitId(), "", () -> {});
    return new RefusedRows(rosters.look(file), page).file(each -> rosters.refused(file, each));
  }
}
