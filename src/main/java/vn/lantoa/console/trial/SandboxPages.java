package vn.lantoa.console.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What would have reached people, while stand-ins take every message; and troubles to practise
/// with. Does not exist outside the sandbox.
@Controller
class SandboxPages {

  private static final int SHOWN = 30;
  private static final int SHOWN_OF_EACH = 4;

  /// As many as the inbox keeps.
  private static final int KEPT = 2_000;

  /// A letter brings its own styles, and comes from outside as far as a page is concerned.
  private static final String LETTER_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

  private final ObjectProvider<SandboxInbox> inbox;
  private final ObjectProvider<SandboxFaults> faults;
  private final Access access;
  private final Audited audited;

  SandboxPages(
      ObjectProvider<SandboxInbox> inbox,
      ObjectProvider<SandboxFaults> faults,
      Access access,
      Audited audited) {
    this.inbox = inbox;
    this.faults = faults;
    this.access = access;
    this.audited = audited;
  }

  @GetMapping("/thu-nghiem")
  @Needs(Permission.READ_PRACTICE)
  String show(
      @RequestParam(name = "kenh", defaultValue = "") String key, Account account, Model model) {
    messages(key, model);
    return "console/trial/inbox";
  }

  /// The messages alone, asked for again while somebody watches.
  @GetMapping("/thu-nghiem/tin")
  @Needs(Permission.READ_PRACTICE)
  String messages(
      @RequestParam(name = "kenh", defaultValue = "") String key, Account account, Model model) {
    messages(key, model);
    return "console/trial/messages";
  }

  /// One letter with its own styles, for a frame that may do nothing else.
  @GetMapping("/thu-nghiem/thu")
  @Needs(Permission.READ_PRACTICE)
  ResponseEntity<String> letter(
      @RequestParam("luc") Instant at, @RequestParam("toi") String to, Account account) {
    var box = inbox.getIfAvailable();
    return box == null
        ? ResponseEntity.notFound().build()
        : box.latest(Channel.EMAIL, KEPT).stream()
            .filter(message -> message.at().equals(at) && message.to().equals(to))
            .findFirst()
            .map(message ->
                ResponseEntity.ok()
                    .header("Content-Security-Policy", LETTER_POLICY)
                    .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                    .body(message.html()))
            .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/thu-nghiem/su-co")
  @Needs(Permission.OPERATE)
  String fault(
      @RequestParam("kenh") String key,
      @RequestParam("su-co") PracticeTrouble trouble,
      Account account,
      RedirectAttributes redirect) {
    var channel = channel(key);
    var switches = faults.getIfAvailable();
    if (channel == null || switches == null) {
      throw new Refusal("sandbox.unknown");
    }
    audited.act(
        account.actor(),
        "sandbox.fault",
        "channel:" + channel.key(),
        trouble.name(),
        () -> trouble.apply(switches, channel));
    Flash.good(trouble == PracticeTrouble.NONE ? "sandbox.flash.cleared" : "sandbox.flash.set")
        .on(redirect);
    return "redirect:/thu-nghiem?kenh=" + channel.key();
  }

  private void messages(String key, Model model) {
    var box = inbox.getIfAvailable();
    if (box == null) {
      throw new Refusal("sandbox.unknown");
    }
    var channel = channel(key);
    model.addAttribute("channel", channel);
    model.addAttribute("counts", box.counts());
    model.addAttribute("channels", channels());
    model.addAttribute(
        "messages",
        channel != null
            ? box.latest(channel, SHOWN)
            // A few of each: the letters of one campaign would hide everything else.
            : channels().stream().flatMap(one -> box.latest(one, SHOWN_OF_EACH).stream()).toList());
  }

  /// The channels whose provider a stand-in plays; the others really publish, only here.
  static List<Channel> channels() {
    return List.of(Channel.SMS, Channel.EMAIL, Channel.ZALO, Channel.FACEBOOK, Channel.TELEGRAM);
  }

  private static @org.jspecify.annotations.Nullable Channel channel(String key) {
    return channels().stream().filter(known -> known.key().equals(key)).findFirst().orElse(null);
  }
}
