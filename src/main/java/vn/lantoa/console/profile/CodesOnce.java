package vn.lantoa.console.profile;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Recovery codes just made: shown once, on the next page; in clear they are stored nowhere.
final class CodesOnce {

  private CodesOnce() {}

  /// @param codes none: nothing is shown
  /// @return where to
  static String shown(List<String> codes, RedirectAttributes redirect) {
    if (!codes.isEmpty()) {
      redirect.addFlashAttribute("codes", codes);
    }
    return "redirect:" + SessionPages.PATH;
  }
}
