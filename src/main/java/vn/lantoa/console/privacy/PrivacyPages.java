package vn.lantoa.console.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.privacy.Retention;
import vn.lantoa.privacy.RetentionRuns;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The register of requests, and what ends when.
@Controller
class PrivacyPages {

  private final RequestList list;
  private final ListFiles files;
  private final Retention retention;
  private final RetentionRuns runs;

  PrivacyPages(RequestList list, ListFiles files, Retention retention, RetentionRuns runs) {
    this.list = list;
    this.files = files;
    this.retention = retention;
    this.runs = runs;
  }

  @GetMapping(RequestList.PATH)
  @Needs(Permission.READ_PRIVACY)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute(
        "list", list.of(new Asked(RequestList.PATH, fields), account, page).on(page));
    return "console/privacy/list";
  }

  @RequestMapping(
      path = RequestList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_PRIVACY)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(RequestList.PATH, fields);
    files.send(list.of(asked, account, page), page, account, request, response);
  }

  @GetMapping(RequestList.PATH + "/luu-giu")
  @Needs(Permission.READ_PRIVACY)
  String retention(Model model) {
    model.addAttribute("preview", retention.preview());
    model.addAttribute("runs", runs.last());
    return "console/privacy/retention";
  }
}
