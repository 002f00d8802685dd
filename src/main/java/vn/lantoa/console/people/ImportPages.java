package vn.lantoa.console.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.roster.Field;
import vn.lantoa.roster.Rosters;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;
import vn.lantoa.sheet.SheetWriter;

/// Recipients from a file: what may stand in it, the samples, the upload.
@Controller
class ImportPages {

  static final String PATH = "/nguoi-nhan/nhap";

  private static final List<List<String>> SAMPLE =
      List.of(
          List.of(
              Field.NAME.heading(),
              Field.AUDIENCE.heading(),
              Field.PHONE.heading(),
              Field.EMAIL.heading(),
              Field.UNIT.heading(),
              Field.CODE.heading(),
              Field.CONSENT.heading()),
          List.of(
              "Nguyễn Thị Thảo",
              "Phụ huynh học sinh",
              "0912 000 001",
              "thao@example.vn",
              "",
              "PH-001",
              "Phiếu đồng ý đầu năm học"),
          List.of(
              "Trần Văn Minh",
              "Giáo viên",
              "",
              "minh@example.vn",
              "",
              "GV-014",
              "Đăng ký tại trường"));

  private final Rosters rosters;
  private final PeopleDetails details;
  private final Access access;

  ImportPages(Rosters rosters, PeopleDetails details, Access access) {
    this.rosters = rosters;
    this.details = details;
    this.access = access;
  }

  @GetMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String show(Account account, Model model) {
    long top = access.top(account, Permission.KEEP_PEOPLE);
    model.addAttribute("units", details.units(top));
    model.addAttribute("audiences", details.audiences());
    model.addAttribute("past", rosters.past(top));
    return "console/people/import";
  }

  @GetMapping(PATH + "/mau.csv")
  @Needs(Permission.KEEP_PEOPLE)
  ResponseEntity<byte[]> sampleAsText() throws IOException {
    var out = new ByteArrayOutputStream();
    write(SheetWriter.csv(out, ';'));
    return RefusedRows.csv("nguoi-nhan-mau.csv", out.toByteArray());
  }

  @GetMapping(PATH + "/mau.xlsx")
  @Needs(Permission.KEEP_PEOPLE)
  ResponseEntity<byte[]> sample() throws IOException {
    var out = new ByteArrayOutputStream();
    write(SheetWriter.xlsx(out, "Người nhận"));
    return RefusedRows.xlsx("nguoi-nhan-mau.xlsx", out.toByteArray());
  }

  private static void write(SheetWriter sheet) throws IOException {
    for (var row : SAMPLE) {
      sheet.row(row);
    }
    sheet.finish();
  }

  @PostMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String upload(
      @RequestParam("unit") long unitId, @RequestParam("file") MultipartFile file, Account account)
      throws IOException {
    access.require(account, Permission.KEEP_PEOPLE, unitId);
    if (file.isEmpty()) {
      throw new Refusal("import.no-file");
    }
    try (var bytes = file.getInputStream()) {
      var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return "redirect:" + PATH + "/" + rosters.keep(unitId, name, bytes, account.actor());
    }
  }
}
