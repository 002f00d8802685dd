package vn.lantoa.console.people;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.multipart.MultipartFile;
import vn.lantoa.audience.RecipientImport;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Recipients from a CSV file: the template, the upload, what came of it, and the refused rows to
/// correct.
@Controller
class ImportPages {

  /// The session keeps the last result, so that looking at it again or taking the refused rows
  /// needs no upload.
  private static final String OUTCOME = "importOutcome";

  private final RecipientImport imports;
  private final PeopleDetails details;
  private final Remit remit;

  ImportPages(RecipientImport imports, PeopleDetails details, Remit remit) {
    this.imports = imports;
    this.details = details;
    this.remit = remit;
  }

  @GetMapping("/nguoi-nhan/nhap")
  String show(
      @SessionAttribute(name = OUTCOME, required = false) @Nullable ImportOutcome outcome,
      Account account,
      Model model) {
    long top = remit.top(account, Role.OFFICER);
    model.addAttribute("units", details.units(top));
    model.addAttribute("past", imports.past(top));
    model.addAttribute("outcome", outcome);
    return "console/people/import";
  }

  @GetMapping("/nguoi-nhan/nhap/mau.csv")
  ResponseEntity<byte[]> template() {
    return csv("nguoi-nhan-mau.csv", imports.template());
  }

  @PostMapping("/nguoi-nhan/nhap")
  String upload(
      @RequestParam("unit") long unitId,
      @RequestParam("file") MultipartFile file,
      Account account,
      HttpSession session)
      throws IOException {
    remit.require(account, unitId, Role.OFFICER);
    if (file.isEmpty()) {
      throw new Refusal("import.no-file");
    }
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    RecipientImport.Result result;
    try (var reader = strictly(file)) {
      result = imports.run(unitId, name, reader, account.actor());
    }
    var refused =
        result.errors().isEmpty()
            ? ""
            : RefusedRows.of(new String(file.getBytes(), StandardCharsets.UTF_8), result.errors());
    session.setAttribute(OUTCOME, new ImportOutcome(name, result, refused));
    return "redirect:/nguoi-nhan/nhap#ket-qua";
  }

  @GetMapping("/nguoi-nhan/nhap/dong-loi.csv")
  ResponseEntity<byte[]> refused(
      @SessionAttribute(name = OUTCOME, required = false) @Nullable ImportOutcome outcome) {
    if (outcome == null || outcome.refusedRows().isEmpty()) {
      throw new Refusal("import.outcome-unknown");
    }
    return csv("dong-can-sua.csv", outcome.refusedRows());
  }

  /// A file in another encoding is refused as a whole; read loosely, its names would be stored
  /// broken.
  private static InputStreamReader strictly(MultipartFile file) throws IOException {
    return new InputStreamReader(
        file.getInputStream(),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /// With a byte order mark: without it Excel shows Vietnamese as noise.
  private static ResponseEntity<byte[]> csv(String name, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(
            (text.startsWith("\uFEFF") ? text : "\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
  }
}
