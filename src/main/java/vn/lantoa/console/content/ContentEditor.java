package vn.lantoa.console.content;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Folded;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.SavedDraft;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Writing: one form, each rendition beside how people will get it, what is wrong at the field
/// where it is wrong.
@Controller
@RequestMapping("/noi-dung")
class ContentEditor {

  private final ContentLibrary library;
  private final SavedDrafts drafts;
  private final EditorView view;
  private final Shelves shelves;
  private final ItemReaders readers;
  private final OrgUnits units;
  private final Access access;
  private final Audited audited;

  ContentEditor(
      ContentLibrary library,
      SavedDrafts drafts,
      EditorView view,
      Shelves shelves,
      ItemReaders readers,
      OrgUnits units,
      Access access,
      Audited audited) {
    this.shelves = shelves;
    this.units = units;
    this.access = access;
    this.library = library;
    this.readers = readers;
    this.drafts = drafts;
    this.view = view;
    this.audited = audited;
  }

  /// @param of the item it begins as a copy of
  @GetMapping("/moi")
  @Needs(Permission.WRITE_CONTENT)
  String create(
      @RequestParam(name = "tu", defaultValue = "") String of, Account account, Model model) {
    var form =
        of.isEmpty()
            ? ContentForm.empty(view.today())
            : copy(readers.get(of, account).current(), account);
    return view.show(new Editing(form, "", Optional.empty(), Map.of(), false), account, model);
  }

  /// For who may not change an item, and needs it in his own unit's words.
  private ContentForm copy(ContentVersion original, Account account) {
    var unit = units.get(access.top(account, Permission.WRITE_CONTENT));
    return ContentForm.of(original).withId(Folded.id(original.itemId() + " " + unit.code()));
  }

  /// Goes on with what one has begun to change in it.
  @GetMapping("/{id}/sua")
  @Needs(value = Permission.WRITE_CONTENT, of = ContentItem.class)
  String edit(@PathVariable String id, Account account, Model model) {
    var form = ContentForm.of(library.get(id).latest());
    var begun = drafts.of(account.actor(), id);
    if (begun.isPresent()) {
      return "redirect:" + DraftPages.path(begun.get().id());
    }
    var editing = new Editing(form, id, Optional.empty(), view.check(form), false);
    return view.show(editing, account, model);
  }

  @PostMapping("/moi")
  @Needs(Permission.WRITE_CONTENT)
  String add(
      @ModelAttribute ContentForm typed,
      @RequestParam(name = "draft", required = false) @Nullable Long draft,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var form = named(typed);
    if (library.find(form.value("id")).isPresent()) {
      model.addAttribute("idTaken", true);
      var editing = new Editing(form, "", stored(draft, account), Map.of(), true);
      return view.show(editing, account, model);
    }
    return save(form, "", draft, account, model, redirect);
  }

  @PostMapping("/{id}/sua")
  @Needs(value = Permission.WRITE_CONTENT, of = ContentItem.class)
  String change(
      @PathVariable String id,
      @ModelAttribute ContentForm typed,
      @RequestParam(name = "draft", required = false) @Nullable Long draft,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var form = typed.withId(id);
    var current = library.get(id).latest().hash();
    if (!current.equals(form.value("base"))) {
      model.addAttribute("changedMeanwhile", true);
      // Told of the other version once, he may put his own in its place: it stays in the history.
      var warned = form.withBase(current);
      var editing = new Editing(warned, id, stored(draft, account), view.check(warned), true);
      return view.show(editing, account, model);
    }
    return save(form, id, draft, account, model, redirect);
  }

  @PostMapping("/xem-truoc")
  @Needs(Permission.WRITE_CONTENT)
  String preview(@ModelAttribute ContentForm typed, Account account, Model model) {
    return view.live(named(typed), account, model);
  }

  private static ContentForm named(ContentForm typed) {
    return typed.value("id").isBlank() ? typed.withId(Folded.id(typed.value("title"))) : typed;
  }

  private String save(
      ContentForm form,
      String id,
      @Nullable Long draft,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var composed = form.compose();
    var taken =
        audited.act(
            account.actor(),
            "content.edit",
            "content:" + form.value("id"),
            "",
            () -> {
              var result =
                  library.take(
                      form.fileName(), composed.markdown(), account.actor(), shelves.of(account));
              if (draft != null && result.item().isPresent()) {
                drafts.discard(account.actor(), draft);
              }
              return result;
            });
    if (taken.item().isEmpty()) {
      var findings = EditorView.byField(taken.findings(), composed);
      var editing = new Editing(form, id, stored(draft, account), findings, true);
      return view.show(editing, account, model);
    }
    SavedWords.of(taken).on(redirect);
    return "redirect:/noi-dung/" + taken.item().get().id();
  }

  private Optional<SavedDraft> stored(@Nullable Long draft, Account account) {
    return draft == null ? Optional.empty() : drafts.find(account.actor(), draft);
  }
}
