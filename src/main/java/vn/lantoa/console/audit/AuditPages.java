package vn.lantoa.console.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audit.Chain;
import vn.lantoa.audit.ChainState;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.security.Account;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Permission;

/// The journal, for operators: it says what people of all units did.
@Controller
class AuditPages {

  private final AuditList list;
  private final ListFiles files;
  private final Chain chain;
  private final AuditTrail trail;

  AuditPages(AuditList list, ListFiles files, Chain chain, AuditTrail trail) {
    this.list = list;
    this.files = files;
    this.chain = chain;
    this.trail = trail;
  }

  @GetMapping(AuditList.PATH)
  @Needs(Permission.READ_AUDIT)
  String show(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute("list", list.of(new Asked(AuditList.PATH, fields), page).on(page));
    model.addAttribute("checked", chain.last().orElse(null));
    return "console/audit/list";
  }

  @GetMapping(path = AuditList.PATH, params = "tep")
  @Needs(Permission.READ_AUDIT)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(AuditList.PATH, fields);
    files.send(list.of(asked, page), page, account, request, response);
  }

  @PostMapping(AuditList.PATH + "/kiem-tra")
  @Needs(Permission.READ_AUDIT)
  String check(Account account, Page page, RedirectAttributes redirect) {
    var state = chain.check();
    trail.record(account.actor(), "audit.check", "audit", state.isSound() ? "" : key(state));
    (state.isSound()
            ? Flash.good("audit.flash.sound", page.number(state.entries()))
            : Flash.bad("audit.flash.broken"))
        .on(redirect);
    return "redirect:" + AuditList.PATH;
  }

  /// How the fault is called in the messages.
  static String key(ChainState state) {
    return state.fault() == null ? "" : state.fault().name().toLowerCase(Locale.ROOT);
  }
}
