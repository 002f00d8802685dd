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
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lantoa.common.Day;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;

/// What the editor shows beside the fields: previews, what is wrong at which field, who else is
/// touched by a change.
@Component
class EditorView {

  private final ContentLibrary library;
  private final Vocabulary vocabulary;
  private final Previews previews;
  private final ScheduledItems scheduled;
  private final OrgUnits units;
  private final InstantSource clock;

  EditorView(
      ContentLibrary library,
      Vocabulary vocabulary,
      Previews previews,
      ScheduledItems scheduled,
      OrgUnits units,
      InstantSource clock) {
    this.library = library;
    this.vocabulary = vocabulary;
    this.previews = previews;
    this.scheduled = scheduled;
    this.units = units;
    this.clock = clock;
  }

  /// The page of the editor.
  String show(Editing editing, Account account, Model model) {
    var id = editing.id();
    var stored = id.isEmpty() ? Optional.<ContentItem>empty() : library.find(id);
    model.addAttribute("form", editing.form());
    model.addAttribute("id", id);
    model.addAttribute("draft", editing.draft().orElse(null));
    model.addAttribute("findings", editing.findings());
    model.addAttribute("unsaved", editing.unsaved());
    model.addAttribute("vocabulary", vocabulary);
    model.addAttribute("approved", stored.filter(ContentItem::isApproved).isPresent());
    model.addAttribute(
        "returned",
        stored
            .filter(item -> item.latestStatus() == ContentStatus.RETURNED)
            .flatMap(ContentItem::latestDecision)
            .orElse(null));
    model.addAttribute("scheduledIn", id.isEmpty() ? List.of() : scheduled.with(id, account));
    previews(editing.form(), account, model);
    return "console/content/editor";
  }

  /// What the fields would give, while they are typed in.
  String live(ContentForm form, Account account, Model model) {
    model.addAttribute("findings", check(form));
    previews(form, account, model);
    return "console/content/live";
  }

  private void previews(ContentForm form, Account account, Model model) {
    model.addAttribute("previews", previews.of(version(form), units.get(account.homeUnitId())));
  }

  Map<String, List<Finding>> check(ContentForm form) {
    var composed = form.compose();
    return byField(library.check(form.fileName(), composed.markdown()), composed);
  }

  static Map<String, List<Finding>> byField(List<Finding> findings, ComposedFile composed) {
    Map<String, List<Finding>> byField = new LinkedHashMap<>();
    for (var finding : findings) {
      var field = composed.fieldOf(finding);
      byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(EditorWords.of(field, finding));
    }
    return byField;
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
      return Day.parse(text);
    } catch (DateTimeParseException _) {
      return today();
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
  }
}
