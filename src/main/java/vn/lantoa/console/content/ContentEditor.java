package vn.lantoa.console.content;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Writing: one form, each rendition beside how people will get it, what is wrong at the field
/// where it is wrong.
@Controller
@RequestMapping("/noi-dung")
class ContentEditor {

  private static final int LOOKED_AT = 100;

  private final ContentLibrary library;
  private final Vocabulary vocabulary;
  private final Previews previews;
  private final Campaigns campaigns;
  private final OrgUnits units;
  private final Audited audited;
  private final InstantSource clock;

  ContentEditor(
      ContentLibrary library,
      Vocabulary vocabulary,
      Previews previews,
      Campaigns campaigns,
      OrgUnits units,
      Audited audited,
      InstantSource clock) {
    this.library = library;
    this.vocabulary = vocabulary;
    this.previews = previews;
    this.campaigns = campaigns;
    this.units = units;
    this.audited = audited;
    this.clock = clock;
  }

  @GetMapping("/moi")
  String create(Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
    return show(ContentForm.empty(today()), "", Map.of(), false, account, model);
  }

  @GetMapping("/{id}/sua")
  String edit(@PathVariable String id, Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
    var form = ContentForm.of(library.get(id).current());
    return show(form, id, check(form), false, account, model);
  }

  @PostMapping("/moi")
  String add(
      @ModelAttribute ContentForm typed,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    ContentPages.require(account, Role.OFFICER);
    var form = typed.value("id").isBlank() ? typed.withId(Folded.id(typed.value("title"))) : typed;
    if (library.find(form.value("id")).isPresent()) {
      model.addAttribute("idTaken", true);
      return show(form, "", Map.of(), true, account, model);
    }
    return save(form, "", account, model, redirect);
  }

  @PostMapping("/{id}/sua")
  String change(
      @PathVariable String id,
      @ModelAttribute ContentForm typed,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    ContentPages.require(account, Role.OFFICER);
    var form = typed.withId(id);
    if (!library.get(id).current().hash().equals(form.value("base"))) {
      model.addAttribute("changedMeanwhile", true);
      return show(form, id, check(form), true, account, model);
    }
    return save(form, id, account, model, redirect);
  }

  /// What the fields would give, while they are typed in.
  @PostMapping("/xem-truoc")
  String preview(@ModelAttribute ContentForm typed, Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
    var form = typed.value("id").isBlank() ? typed.withId(Folded.id(typed.value("title"))) : typed;
    model.addAttribute("findings", check(form));
    model.addAttribute("previews", previews.of(version(form), unit(account)));
    return "console/content/live";
  }

  private String save(
      ContentForm form, String id, Account account, Model model, RedirectAttributes redirect) {
    var composed = form.compose();
    var taken =
        audited.act(
            account.actor(),
            "content.edit",
            "content:" + form.value("id"),
            "",
            () -> library.take(fileName(form), composed.markdown(), account.actor()));
    if (taken.item().isEmpty()) {
      return show(form, id, byField(taken.findings(), composed), true, account, model);
    }
    SavedWords.of(taken).on(redirect);
    return "redirect:/noi-dung/" + taken.item().get().id();
  }

  private String show(
      ContentForm form,
      String id,
      Map<String, List<Finding>> findings,
      boolean unsaved,
      Account account,
      Model model) {
    model.addAttribute("form", form);
    // Only an answer to what was sent holds words that are stored nowhere.
    model.addAttribute("unsaved", unsaved);
    model.addAttribute("id", id);
    model.addAttribute("findings", findings);
    model.addAttribute("previews", previews.of(version(form), unit(account)));
    model.addAttribute("vocabulary", vocabulary);
    var stored = id.isEmpty() ? Optional.<ContentItem>empty() : library.find(id);
    model.addAttribute("approved", stored.filter(ContentItem::isApproved).isPresent());
    model.addAttribute(
        "returned",
        stored
            .filter(item -> item.status() == ContentStatus.RETURNED)
            .flatMap(ContentItem::decision)
            .orElse(null));
    model.addAttribute("scheduledIn", id.isEmpty() ? List.of() : scheduledIn(id, account));
    return "console/content/editor";
  }

  private List<Campaign> scheduledIn(String id, Account account) {
    return campaigns
        .within(
            account.homeUnitId(),
            Set.of(CampaignStatus.APPROVED, CampaignStatus.RUNNING, CampaignStatus.PAUSED),
            0,
            LOOKED_AT)
        .stream()
        .filter(campaign ->
            campaign.waves().stream()
                .anyMatch(wave -> wave.itemId().equals(id) && wave.nextFireAt() != null))
        .toList();
  }

  private Map<String, List<Finding>> check(ContentForm form) {
    var composed = form.compose();
    return byField(library.check(fileName(form), composed.markdown()), composed);
  }

  private static Map<String, List<Finding>> byField(
      List<Finding> findings, ContentForm.Composed composed) {
    Map<String, List<Finding>> byField = new LinkedHashMap<>();
    for (var finding : findings) {
      var field = composed.fieldOf(finding);
      byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(EditorWords.of(field, finding));
    }
    return byField;
  }

  private static String fileName(ContentForm form) {
    return form.value("id") + ".md";
  }

  /// The fields as a version nobody stored, to be looked at.
  private ContentVersion version(ContentForm form) {
    return new ContentVersion(
        form.value("id"),
        "",
        0,
        form.value("title"),
        form.value("topic"),
        form.chosenAudiences(),
        day(form.value("validFrom")),
        day(form.value("validTo")),
        form.value("link"),
        form.value("source"),
        form.renditions(),
        "",
        null,
        "",
        Instant.EPOCH);
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      return today();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
  }

  private OrgUnit unit(Account account) {
    return units.get(account.homeUnitId());
  }
}
