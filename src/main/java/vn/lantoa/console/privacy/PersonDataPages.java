package vn.lantoa.console.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Day;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Seen;
import vn.lantoa.privacy.Erasure;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestWay;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.privacy.SubjectRequests.NewRequest;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What is held of one person, to see, to hand over; and what he asks about it.
@Controller
@RequestMapping(RequestList.PATH + "/nguoi/{id}")
class PersonDataPages {

  private static final int LONGEST = 1_000;

  /// Nobody says at which hour something came.
  private static final LocalTime NOON = LocalTime.of(12, 0);

  private final RequestDetails details;
  private final SubjectRequests requests;
  private final Erasure erasure;
  private final PersonFile file;
  private final Audited audited;

  PersonDataPages(
      RequestDetails details,
      SubjectRequests requests,
      Erasure erasure,
      PersonFile file,
      Audited audited) {
    this.details = details;
    this.requests = requests;
    this.erasure = erasure;
    this.file = file;
    this.audited = audited;
  }

  @GetMapping
  @Needs(value = Permission.KEEP_PRIVACY, of = Recipient.class)
  @Seen(as = "privacy.view", of = "recipient:{id}")
  String show(@PathVariable long id, Page page, Model model) {
    var person = details.person(id);
    model.addAttribute("person", person);
    model.addAttribute("unitName", details.unitName(person.unitId()));
    model.addAttribute("held", HeldView.of(erasure.held(id), page));
    model.addAttribute("requests", requests.of(id));
    return "console/privacy/person";
  }

  @GetMapping("/tep")
  @Needs(value = Permission.KEEP_PRIVACY, of = Recipient.class)
  @Seen(as = "privacy.export", of = "recipient:{id}")
  ResponseEntity<byte[]> file(@PathVariable long id, Page page) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("du-lieu-ca-nhan-" + id + ".zip")
                .build()
                .toString())
        .body(file.of(id, erasure.held(id), page));
  }

  @PostMapping("/yeu-cau")
  @Needs(value = Permission.KEEP_PRIVACY, of = Recipient.class)
  String open(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      RedirectAttributes redirect) {
    var person = details.person(id);
    var form = FormFields.of(fields);
    var proof = form.text("proof");
    if (proof.isEmpty() || proof.length() > LONGEST || form.text("wish").length() > LONGEST) {
      throw new Refusal("privacy.words-missing", LONGEST);
    }
    var request =
        new NewRequest(
            chosen(RequestKind.values(), form.text("kind")),
            person.unitId(),
            id,
            received(form.text("received"), page.now()),
            chosen(RequestWay.values(), form.text("way")),
            proof,
            form.text("wish"));
    long opened =
        audited.act(
            account.actor(),
            "privacy.open",
            number -> "request:" + number,
            request.kind().name(),
            () -> requests.open(request, account.actor()));
    Flash.good("privacy.flash.opened").on(redirect);
    return "redirect:" + RequestList.PATH + "/yeu-cau/" + opened;
  }

  /// @param typed empty: today
  private static Instant received(String typed, Instant now) {
    var today = LocalDate.ofInstant(now, Zones.VIETNAM);
    var day = typed.isEmpty() ? today : day(typed);
    if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
      throw new Refusal("privacy.day-wrong");
    }
    return day.equals(today) ? now : day.atTime(NOON).atZone(Zones.VIETNAM).toInstant();
  }

  private static LocalDate day(String typed) {
    try {
      return Day.parse(typed);
    } catch (DateTimeException _) {
      throw new Refusal("privacy.day-wrong");
    }
  }

  private static <E extends Enum<E>> E chosen(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("privacy.kind-missing"));
  }
}
