package vn.lantoa.console.profile;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.notice.NoticeKind;
import vn.lantoa.notice.NoticeSettings;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Permission;

/// A person's own account. Nobody sees or changes another one's here.
@Controller
class ProfilePages {

  private final Accounts accounts;
  private final NoticeSettings settings;
  private final Audited audited;

  ProfilePages(Accounts accounts, NoticeSettings settings, Audited audited) {
    this.accounts = accounts;
    this.settings = settings;
    this.audited = audited;
  }

  @GetMapping("/ho-so")
  @Needs(Permission.KEEP_PROFILE)
  String show(Account account, Model model) {
    return show(account, Objects.requireNonNullElse(account.email(), ""), wanted(account), model);
  }

  private static String show(Account account, String email, Set<NoticeKind> wanted, Model model) {
    var asked = NoticeKind.of(account.roles());
    model.addAttribute("email", email);
    model.addAttribute(
        "kinds", List.of(NoticeKind.values()).stream().filter(asked::contains).toList());
    model.addAttribute("wanted", wanted);
    return "console/profile/show";
  }

  private Set<NoticeKind> wanted(Account account) {
    var off = settings.off(account.id());
    return NoticeKind.of(account.roles()).stream()
        .filter(kind -> !off.contains(kind))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What is wrong is said beside the field, and nothing that was typed is lost.
  @PostMapping("/ho-so")
  @Needs(Permission.KEEP_PROFILE)
  String save(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(name = "notices", defaultValue = "") List<NoticeKind> notices,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var address = EmailAddress.parse(email.strip()).map(EmailAddress::value).orElse(null);
    var wanted = Set.copyOf(notices);
    if (address == null && !email.isBlank()) {
      model.addAttribute("refusal", new Refusal("account.email-wrong", email.strip()));
      return show(account, email, wanted, model);
    }
    audited.act(
        account.actor(),
        "account.change-profile",
        "account:" + account.id(),
        "",
        () -> {
          if (!Objects.equals(address, account.email())) {
            accounts.changeEmail(account.id(), address);
          }
          settings.choose(account.id(), NoticeKind.of(account.roles()), wanted);
        });
    Flash.good("profile.saved").on(redirect);
    return "redirect:/ho-so";
  }
}
