package vn.lantoa.console.privacy;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.privacy.Erasure;
import vn.lantoa.privacy.ForgottenPeople;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestStatus;
import vn.lantoa.privacy.SubjectRequest;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// One request: answered, extended, carried out, closed.
@Controller
@RequestMapping(RequestList.PATH + "/yeu-cau/{id}")
class RequestPages {

  private static final int LONGEST = 1_000;

  private final SubjectRequests requests;
  private final RequestDetails details;
  private final RequestFulfilment fulfilment;
  private final Erasure erasure;
  private final ForgottenPeople forgotten;
  private final Access access;
  private final Audited audited;

  RequestPages(
      SubjectRequests requests,
      RequestDetails details,
      RequestFulfilment fulfilment,
      Erasure erasure,
      ForgottenPeople forgotten,
      Access access,
      Audited audited) {
    this.requests = requests;
    this.details = details;
    this.fulfilment = fulfilment;
    this.erasure = erasure;
    this.forgotten = forgotten;
    this.access = access;
    this.audited = audited;
  }

  @GetMapping
  @Needs(value = Permission.READ_PRIVACY, of = SubjectRequest.class)
  String show(@PathVariable long id, Model model) {
    var request = details.request(id);
    var recipient = request.recipientId();
    model.addAttribute("row", details.rows(List.of(request)).getFirst());
    model.addAttribute("there", details.known(recipient).isPresent());
    model.addAttribute("forgotten", recipient != null && forgotten.isForgotten(recipient));
    return "console/privacy/request";
  }

  @PostMapping("/xac-minh")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String verify(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String proof,
      Account account,
      RedirectAttributes redirect) {
    act(account, "privacy.verify", id, () -> requests.verify(id, told(proof)));
    return done("privacy.flash.verified", id, redirect);
  }

  @PostMapping("/tra-loi")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String answer(@PathVariable long id, Account account, RedirectAttributes redirect) {
    act(account, "privacy.answer", id, () -> requests.answer(id));
    return done("privacy.flash.answered", id, redirect);
  }

  @PostMapping("/gia-han")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String extend(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String why,
      Account account,
      RedirectAttributes redirect) {
    act(account, "privacy.extend", id, () -> requests.extend(id, told(why)));
    return done("privacy.flash.extended", id, redirect);
  }

  @PostMapping("/dong")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String close(
      @PathVariable long id,
      @RequestParam(defaultValue = "DONE") String status,
      @RequestParam(defaultValue = "") String outcome,
      Account account,
      RedirectAttributes redirect) {
    var request = details.request(id);
    boolean refused = status.equals(RequestStatus.REFUSED.name());
    act(
        account,
        "privacy.close",
        id,
        () -> {
          if (!refused) {
            fulfilment.require(request);
          }
          requests.close(id, refused ? RequestStatus.REFUSED : RequestStatus.DONE, told(outcome));
        });
    return done("privacy.flash.closed", id, redirect);
  }

  @PostMapping("/xoa")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String erase(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var request = details.request(id);
    var recipient = request.recipientId();
    if (request.kind() != RequestKind.ERASE || !request.isOpen() || recipient == null) {
      throw new Refusal("privacy.request-closed");
    }
    if (request.proof().isBlank()) {
      throw new Refusal("privacy.proof-missing");
    }
    access.require(account, Permission.KEEP_PRIVACY, details.person(recipient).unitId());
    audited.act(
        account.actor(),
        "privacy.erase",
        "recipient:" + recipient,
        "request:" + id,
        () -> {
          erasure.erase(recipient);
          requests.close(id, RequestStatus.DONE, "@erased");
        });
    return done("privacy.flash.erased", id, redirect);
  }

  /// Lists may bring the person back: he agreed to it.
  @PostMapping("/nhan-lai")
  @Needs(value = Permission.KEEP_PRIVACY, of = SubjectRequest.class)
  String lift(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String source,
      Account account,
      RedirectAttributes redirect) {
    var recipient = details.request(id).recipientId();
    told(source);
    if (recipient != null) {
      act(account, "privacy.lift", id, () -> forgotten.lift(recipient));
    }
    return done("privacy.flash.lifted", id, redirect);
  }

  private void act(Account account, String action, long id, Runnable act) {
    audited.act(account.actor(), action, "request:" + id, "", act);
  }

  private static String told(String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new Refusal("privacy.words-missing", LONGEST);
    }
    return words.strip();
  }

  private static String done(String key, long id, RedirectAttributes redirect) {
    Flash.good(key).on(redirect);
    return "redirect:" + RequestList.PATH + "/yeu-cau/" + id;
  }
}
