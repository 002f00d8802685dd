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
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.SavedDraft;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Writing: one form, each rendition beside how people will get it, what is wrong at the field
/// where it is wrong.
@Controller
@RequestMapping("/noi-dung")
class ContentEditor {

  private final ContentLibrary library;
  private final SavedDrafts drafts;
  private final EditorView view;
  private final Audited audited;

  ContentEditor(ContentLibrary library, SavedDrafts drafts, EditorView view, Audited audited) {
    this.library = library;
    this.drafts = drafts;
    this.view = view;
    this.audited = audited;
  }

  @GetMapping("/moi")
  String create(Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
    var form = ContentForm.empty(view.today());
    return view.show(new Editing(form, "", Optional.empty(), Map.of(), false), account, model);
  }

  /// Goes on with what one has begun to change in it.
  @GetMapping("/{id}/sua")
  String edit(@PathVariable String id, Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
    var form = ContentForm.of(library.get(id).current());
    var begun = drafts.of(account.actor(), id);
    if (begun.isPresent()) {
      return "redirect:" + DraftPages.path(begun.get().id());
    }
    var editing = new Editing(form, id, Optional.empty(), view.check(form), false);
    return view.show(editing, account, model);
  }

  @PostMapping("/moi")
  String add(
      @ModelAttribute ContentForm typed,
      @RequestParam(name = "draft", required = false) @Nullable Long draft,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    ContentPages.require(account, Role.OFFICER);
    var form = named(typed);
    if (library.find(form.value("id")).isPresent()) {
      model.addAttribute("idTaken", true);
      var editing = new Editing(form, "", stored(draft, account), Map.of(), true);
      return view.show(editing, account, model);
    }
    return save(form, "", draft, account, model, redirect);
  }

  @PostMapping("/{id}/sua")
  String change(
      @PathVariable String id,
      @ModelAttribute ContentForm typed,
      @RequestParam(name = "draft", required = false) @Nullable Long draft,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    ContentPages.require(account, Role.OFFICER);
    var form = typed.withId(id);
    var current = library.get(id).current().hash();
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
  String preview(@ModelAttribute ContentForm typed, Account account, Model model) {
    ContentPages.require(account, Role.OFFICER);
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
              var result = library.take(form.fileName(), composed.markdown(), account.actor());
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
