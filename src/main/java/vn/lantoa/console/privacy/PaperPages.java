package vn.lantoa.console.privacy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.privacy.PrivacySettings;
import vn.lantoa.privacy.Processors;
import vn.lantoa.privacy.Retention;
import vn.lantoa.security.Permission;

/// What an authority has to be able to show on paper, filled in as this installation is set up.
@Controller
class PaperPages {

  private final Retention retention;
  private final Processors processors;
  private final PrivacySettings settings;

  PaperPages(Retention retention, Processors processors, PrivacySettings settings) {
    this.retention = retention;
    this.processors = processors;
    this.settings = settings;
  }

  @GetMapping(RequestList.PATH + "/ho-so")
  @Needs(Permission.READ_PRIVACY)
  String show(Model model) {
    model.addAttribute("rules", retention.rules());
    model.addAttribute("processors", processors.all());
    model.addAttribute("officer", settings.officer());
    return "console/privacy/papers";
  }
}
