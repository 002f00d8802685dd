package vn.lantoa.console.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.audience.Recipients;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class ImportPagesTest {

  private static final String PAGE = "/nguoi-nhan/nhap";
  private static final String HEADER = "họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý\n";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;
  @Autowired private JdbcClient jdbc;

  @Test
  void aFileIsLookedAtBeforeItIsTakenInButForItsMistakes() throws Exception {
    var csv =
        HEADER
            + "Ngô Thị Đúng,Người dân,0912 345 671,,,D-1,Phiếu\n=cmd,nguoi-dan,+84912345672,,,D-2,Phiếu\n"
            + "Sai Số,nguoi-dan,12,,,D-3,Phiếu\n";

    var page = upload("danh-sach.csv", csv.getBytes(UTF_8));
    assertThat(visits.page(OFFICER, page))
        .contains("Xem trước", "Dòng 3", "Dòng 4", "Số điện thoại không đúng", "Nhập 1 người")
        .doesNotContain("⟦");
    assertThat(found("ngo thi dung")).isZero();

    visits.send(OFFICER, post(page));
    assertThat(visits.page(OFFICER, page)).contains("Kết quả của tệp danh-sach.csv", "Dòng 4");
    assertThat(found("ngo thi dung")).isEqualTo(1);
    assertThat(visits.page(OFFICER, page + "/dong-loi"))
        .contains("Lý do", "'=cmd", "'+84912345672", "Sai Số", "Ví dụ đúng")
        .doesNotContain("Ngô Thị Đúng");
    assertThat(visits.page(OFFICER, PAGE)).contains("danh-sach.csv");
  }

  @Test
  void whatAListAgreedToIsSaidBeforeItIsTakenIn() throws Exception {
    var list = (HEADER + "Ngô Thị Mời,Người dân,0912 345 691,,,NTM-1,Phiếu\n").getBytes(UTF_8);
    var notices = upload("moi.csv", list);
    visits.send(OFFICER, post(notices));
    assertThat(agreed("+84912345691")).isEqualTo("NOTICE");

    var publicity = upload("moi.csv", list);
    assertThat(visits.page(OFFICER, publicity)).contains("Thông báo của cơ quan");
    visits.send(OFFICER, post(publicity + "/muc-dich").param("purpose", "PROMO"));
    assertThat(visits.page(OFFICER, publicity)).contains("Nhập 1 người");
    visits.send(OFFICER, post(publicity));
    assertThat(agreed("+84912345691")).isEqualTo("PROMO");

    // Less takes nothing away.
    var again = upload("moi.csv", list);
    assertThat(visits.page(OFFICER, again)).contains("<strong>1</strong> không có gì đổi");
    visits.send(OFFICER, post(again + "/bo"));

    visits.send(OFFICER, post(upload("so-khac.csv", other("0912 345 692"))));
    assertThat(agreed("+84912345692")).as("another number").isEqualTo("NOTICE");
  }

  /// The same person, by the code, with another number.
  private static byte[] other(String phone) {
    return (HEADER + "Ngô Thị Mời,Người dân," + phone + ",,,NTM-1,Phiếu\n").getBytes(UTF_8);
  }

  private String agreed(String address) {
    return jdbc.sql(
            """
            select case when promotion_at is not null then 'PROMO' when consent_at is not null then 'NOTICE' end
            from contact_point where address = :address
            """)
        .param("address", address)
        .query(String.class)
        .single();
  }

  @Test
  void f8TheRefusedRowsOfAWorkbookComeBackAsAWorkbookAndCanBeSentAgain() throws Exception {
    var page =
        upload(
            "ds.xlsx",
            SheetExamples.xlsx(
                List.of(
                    List.of("DANH SÁCH"),
                    List.of("STT", "Họ tên", "Nhóm đối tượng", "SĐT"),
                    List.of("1", "Đặng Sai", "Người dân", "12"),
                    List.of("2", "Đặng Đúng", "Người dân", "0912345673"))));
    visits.send(OFFICER, post(page));

    var refused = visits.open(OFFICER, page + "/dong-loi");
    var rows = rows(refused.getContentAsByteArray());
    assertThat(refused.getHeader("Content-Disposition")).contains("dong-can-sua.xlsx");
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).containsExactly("STT", "Họ tên", "Nhóm đối tượng", "SĐT", "Lý do");
    assertThat(rows.getLast()).startsWith("1", "Đặng Sai", "Người dân", "12");
    assertThat(rows.getLast().getLast()).startsWith("Số điện thoại không đúng");

    // Corrected by nobody: it is refused again, and the reason is told once.
    var again = upload("dong-can-sua.xlsx", refused.getContentAsByteArray());
    assertThat(rows(visits.open(OFFICER, again + "/dong-loi").getContentAsByteArray()))
        .isEqualTo(rows);
  }

  @Test
  void theColumnsAreAskedWhereTheyAreNotClear() throws Exception {
    var page = upload("la.csv", "Ai,Ở đâu,Số\nLò Văn Lạ,x,0912345674\n".getBytes(UTF_8));
    assertThat(visits.page(OFFICER, page))
        .contains("Các cột của tệp la.csv", "Ở đâu", "0912345674");
    visits.assertWhole(OFFICER, page);

    visits.send(
        OFFICER,
        post(page + "/cot")
            .param("header", "1")
            .param("audience", "nguoi-dan")
            .param("column0", "NAME")
            .param("column1", "NOTHING")
            .param("column2", "PHONE"));

    assertThat(visits.page(OFFICER, page)).contains("Xem trước tệp la.csv", "Nhập 1 người");
    var twice =
        visits.send(
            OFFICER,
            post(page + "/cot")
                .param("header", "1")
                .param("column0", "NAME")
                .param("column1", "NAME"));
    assertThat(twice.getStatus()).isEqualTo(302);
    assertThat(visits.page(OFFICER, page)).contains("Nhập 1 người");
  }

  @Test
  void afterAFileThatCannotBeReadNoEarlierResultIsShown() throws Exception {
    var page = upload("tot.csv", (HEADER + "Lê Tốt,nguoi-dan,0912345675,,,,\n").getBytes(UTF_8));
    visits.send(OFFICER, post(page));

    assertThat(upload("hong.xlsx", "PK\u0003\u0004hong".getBytes(UTF_8))).isEqualTo("/");
    assertThat(visits.page(OFFICER, PAGE)).doesNotContain("Kết quả của tệp");
  }

  /// Its page says so for as long as it is kept, and lets it be thrown away.
  @Test
  void aFileWithoutPeopleCanBeThrownAway() throws Exception {
    var page = upload("trong.csv", HEADER.getBytes(UTF_8));

    assertThat(visits.page(OFFICER, page)).contains("không có dòng dữ liệu nào", page + "/bo");
    visits.send(OFFICER, post(page + "/bo"));
    assertThat(visits.open(OFFICER, page).getStatus()).isEqualTo(404);
  }

  @Test
  void aFileIsNobodyElses() throws Exception {
    var page =
        upload("rieng.csv", (HEADER + "Lê Riêng,nguoi-dan,0912345676,,,,\n").getBytes(UTF_8));

    assertThat(visits.open(ADMIN, page).getStatus()).isIn(403, 404);
    visits.send(OFFICER, post(page + "/bo"));
    assertThat(visits.open(OFFICER, page).getStatus()).isEqualTo(404);
  }

  @Test
  void theSamplesAreTakenAsTheyAre() throws Exception {
    for (var sample : List.of("/mau.xlsx", "/mau.csv")) {
      var page =
          upload(sample.substring(1), visits.open(OFFICER, PAGE + sample).getContentAsByteArray());

      assertThat(visits.page(OFFICER, page)).as(sample).contains("Nhập 2 người");
    }
  }

  @Test
  void thePageSaysWhatMayBeWrittenAndHasAllItsWords() throws Exception {
    assertThat(visits.page(OFFICER, PAGE))
        .contains("Phụ huynh học sinh", "phu-huynh", examples.department().code());
    visits.assertWhole(OFFICER, PAGE);
    var page =
        upload(
            "moi-thu.csv",
            (HEADER
                    + "Lê Một,nguoi-dan,01691234567,,,,\nLê Hai,nguoi-dan,0391234567,,,,\n"
                    + "Lê Ba,nguoi-dan,0912345677/0912345678,,,,\n")
                .getBytes(UTF_8));
    visits.assertWhole(OFFICER, page);
    assertThat(visits.page(OFFICER, page)).contains("dùng chung", "đầu số cũ", "Xử lý thế nào?");
    visits.send(OFFICER, post(page + "/nhieu").param("several", "FIRST"));
    visits.send(OFFICER, post(page));
    visits.assertWhole(OFFICER, page);
  }

  private long found(String name) {
    return recipients.search(examples.department().id(), name, 0, 9).size();
  }

  /// @return where it leads to
  private String upload(String name, byte[] bytes) throws Exception {
    var location =
        visits
            .send(
                OFFICER,
                multipart(PAGE)
                    .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                    .param("unit", String.valueOf(examples.department().id())))
            .getHeader("Location");
    assertThat(location).isNotNull();
    return location;
  }

  private static List<List<String>> rows(byte[] bytes) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      return book.getFirstSheet().read().stream().map(ImportPagesTest::cells).toList();
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }
}
