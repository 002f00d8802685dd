package vn.lantoa.console.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Drafts: whatever the editor holds can be left and gone on with. Nobody but the writer sees one,
/// so its acts are in no audit trail.
@Controller
class DraftPages {

  private static final String DRAFTS = "/ban-nhap";
  private static final String DRAFT = DRAFTS + "/{draft}";

  private final ContentLibrary library;
  private final SavedDrafts drafts;
  private final EditorView view;
  private final Access access;

  DraftPages(ContentLibrary library, SavedDrafts drafts, EditorView view, Access access) {
    this.access = access;
    this.library = library;
    this.drafts = drafts;
    this.view = view;
  }

  static String path(long draft) {
    return DRAFTS + "/" + draft;
  }

  /// @param item that is changed; empty: a new one
  @PostMapping(DRAFTS)
  @Needs(Permission.WRITE_CONTENT)
  String save(
      @ModelAttribute ContentForm form,
      @RequestParam(name = "draft", required = false) @Nullable Long draft,
      @RequestParam("item") String item,
      Account account,
      RedirectAttributes redirect) {
    if (!item.isEmpty()) {
      access.require(account, Permission.WRITE_CONTENT, library.get(item).unitId());
    }
    Flash.good("editor.draft.saved").on(redirect);
    if (draft != null && drafts.find(account.actor(), draft).isPresent()) {
      drafts.save(account.actor(), draft, form.fields());
      return "redirect:" + path(draft);
    }
    // One that was handed in or thrown away in another window: what was typed here is not lost.
    return "redirect:" + path(drafts.begin(account.actor(), item, form.fields()));
  }

  @GetMapping(DRAFT)
  @Needs(Permission.WRITE_CONTENT)
  String open(@PathVariable long draft, Account account, Model model) {
    var saved = drafts.get(account.actor(), draft);
    var form = ContentForm.of(saved);
    var id = saved.itemId();
    if (!id.isEmpty()) {
      var current = library.get(id).latest().hash();
      model.addAttribute("changedMeanwhile", !current.equals(form.value("base")));
      form = form.withId(id).withBase(current);
    }
    var editing = new Editing(form, id, Optional.of(saved), view.check(form), false);
    return view.show(editing, account, model);
  }

  @PostMapping(DRAFT + "/bo")
  @Needs(Permission.WRITE_CONTENT)
  String discard(@PathVariable long draft, Account account, RedirectAttributes redirect) {
    drafts.discard(account.actor(), draft);
    Flash.good("editor.draft.discarded").on(redirect);
    return "redirect:" + ContentList.PATH;
  }
}
