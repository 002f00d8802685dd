package vn.lantoa.console.privacy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.privacy.PrivacySettings;
import vn.lantoa.privacy.Processors;
import vn.lantoa.privacy.Retention;
import vn.lantoa.security.Account;

/// What an authority has to be able to show on paper, filled in as this installation is set up.
@Controller
class PaperPages {

  private final Retention retention;
  private final Processors processors;
  private final PrivacySettings settings;
  private final Remit remit;

  PaperPages(Retention retention, Processors processors, PrivacySettings settings, Remit remit) {
    this.retention = retention;
    this.processors = processors;
    this.settings = settings;
    this.remit = remit;
  }

  @GetMapping(RequestList.PATH + "/ho-so")
  String show(Account account, Model model) {
    remit.top(account, RequestList.READERS);
    model.addAttribute("rules", retention.rules());
    model.addAttribute("processors", processors.all());
    model.addAttribute("officer", settings.officer());
    return "console/privacy/papers";
  }
}
