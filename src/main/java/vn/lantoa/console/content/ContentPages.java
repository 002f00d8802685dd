package vn.lantoa.console.content;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The content library: looking into it, and deciding on what is in it, which is for the unit it
/// belongs to.
@Controller
class ContentPages {

  private static final int LARGEST_FILE = 200_000;

  private final ContentLibrary library;
  private final ItemReaders readers;
  private final SavedDrafts drafts;
  private final ContentList list;
  private final ListFiles files;
  private final Shelves shelves;
  private final ItemFacts facts;
  private final Audited audited;

  ContentPages(
      ContentLibrary library,
      ItemReaders readers,
      SavedDrafts drafts,
      ContentList list,
      ListFiles files,
      Shelves shelves,
      ItemFacts facts,
      Audited audited) {
    this.shelves = shelves;
    this.facts = facts;
    this.library = library;
    this.readers = readers;
    this.drafts = drafts;
    this.list = list;
    this.files = files;
    this.audited = audited;
  }

  @GetMapping(ContentList.PATH)
  @Needs(Permission.READ_CONTENT)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute(
        "list", list.of(new Asked(ContentList.PATH, fields), account, page).on(page));
    model.addAttribute("libraryEmpty", readers.items(account).isEmpty());
    model.addAttribute("drafts", drafts.of(account.actor()));
    return "console/content/list";
  }

  @RequestMapping(
      path = ContentList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_CONTENT)
  void listFile(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(ContentList.PATH, fields);
    files.send(list.of(asked, account, page), page, account, request, response);
  }

  @GetMapping("/noi-dung/{id}")
  @Needs(Permission.READ_CONTENT)
  String item(
      @PathVariable String id,
      @RequestParam(name = "ban", required = false) @Nullable String hash,
      Account account,
      Model model) {
    var item = readers.get(id, account);
    var shown = hash == null ? facts.first(item, account) : readers.version(item, hash, account);
    model.addAttribute("view", facts.of(item, shown, account));
    return "console/content/item";
  }

  @PostMapping("/noi-dung/{id}/duyet")
  @Needs(value = Permission.APPROVE_CONTENT, of = ContentItem.class)
  String approve(
      @PathVariable String id,
      @RequestParam("hash") String hash,
      Account account,
      RedirectAttributes redirect) {
    audited.act(
        account.actor(),
        "content.approve",
        "content:" + id,
        hash,
        () -> library.approve(id, hash, account.actor()));
    Flash.good("content.approved").on(redirect);
    return "redirect:/noi-dung/" + id;
  }

  @PostMapping("/noi-dung/{id}/tra-lai")
  @Needs(value = Permission.APPROVE_CONTENT, of = ContentItem.class)
  String sendBack(
      @PathVariable String id,
      @RequestParam("hash") String hash,
      @RequestParam("reason") String reason,
      Account account,
      RedirectAttributes redirect) {
    audited.act(
        account.actor(),
        "content.return",
        "content:" + id,
        reason.strip(),
        () -> library.sendBack(id, hash, reason.strip(), account.actor()));
    Flash.good("content.returned").on(redirect);
    return "redirect:/noi-dung/" + id;
  }

  @PostMapping("/noi-dung/{id}/rut")
  @Needs(value = Permission.WITHDRAW_CONTENT, of = ContentItem.class)
  String withdraw(@PathVariable String id, Account account, RedirectAttributes redirect) {
    audited.act(
        account.actor(),
        "content.withdraw",
        "content:" + id,
        "",
        () -> library.withdraw(id, account.actor()));
    Flash.good("content.withdrawn").on(redirect);
    return "redirect:/noi-dung/" + id;
  }

  @GetMapping("/noi-dung/{id}/tep")
  @Needs(Permission.READ_CONTENT)
  ResponseEntity<byte[]> file(
      @PathVariable String id,
      @RequestParam(name = "ban", required = false) @Nullable String hash,
      Account account) {
    var item = readers.get(id, account);
    var version = hash == null ? item.current() : readers.version(item, hash, account);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "markdown", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(item.id() + ".md").build().toString())
        .body(version.markdown().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/noi-dung/tai-len")
  @Needs(Permission.WRITE_CONTENT)
  String uploadForm(Account account) {
    return "console/content/upload";
  }

  @PostMapping("/noi-dung/tai-len")
  @Needs(Permission.WRITE_CONTENT)
  String upload(
      @RequestParam("file") MultipartFile file,
      Account account,
      Model model,
      RedirectAttributes redirect)
      throws IOException {
    var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    if (file.isEmpty() || file.getSize() > LARGEST_FILE) {
      model.addAttribute("problem", file.isEmpty() ? "upload.empty" : "upload.too-large");
      return "console/content/upload";
    }
    var markdown = utf8(file.getBytes());
    if (markdown.isEmpty()) {
      model.addAttribute("problem", "upload.not-utf8");
      return "console/content/upload";
    }
    var taken =
        audited.act(
            account.actor(),
            "content.upload",
            "content-file:" + name,
            "",
            () -> library.take(name, markdown.get(), account.actor(), shelves.of(account)));
    if (taken.item().isEmpty()) {
      model.addAttribute("findings", taken.findings());
      return "console/content/upload";
    }
    SavedWords.of(taken).on(redirect);
    return "redirect:/noi-dung/" + taken.item().get().id();
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
