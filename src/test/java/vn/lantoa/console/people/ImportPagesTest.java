package vn.lantoa.console.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.audience.Recipients;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class ImportPagesTest {

  private static final String PAGE = "/nguoi-nhan/nhap";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;

  @Test
  void aFileWithMistakesIsTakenInButForThem() throws Exception {
    var session = new MockHttpSession();
    var csv =
        """
        họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
        Ngô Thị Đúng,nguoi-dan,0912 345 671,,,D-1,Phiếu
        =cmd,nguoi-dan,+84912345672,,,D-2,Phiếu
        Sai Số,nguoi-dan,12,,,D-3,Phiếu
        """;

    upload(csv, session);
    var page = inSession(PAGE, session);
    var refused = inSession(PAGE + "/dong-loi.csv", session);

    assertThat(page).contains("Dòng 3", "Dòng 4", "Số điện thoại không đúng").doesNotContain("⟦");
    assertThat(refused).contains("'=cmd", "'+84912345672", "Sai Số").doesNotContain("Ngô Thị Đúng");
    assertThat(recipients.search(examples.department().id(), "ngo thi dung", 0, 9)).hasSize(1);

    upload(csv, session);
    assertThat(recipients.search(examples.department().id(), "ngo thi dung", 0, 9)).hasSize(1);
  }

  @Test
  void thePageHasAllItsWordsAndNothingInline() throws Exception {
    visits.assertWhole(OFFICER, PAGE);
  }

  private String inSession(String path, MockHttpSession session) throws Exception {
    return visits.answer(get(path).session(session).with(user(OFFICER))).getContentAsString();
  }

  private void upload(String csv, MockHttpSession session) throws Exception {
    visits.send(
        OFFICER,
        multipart(PAGE)
            .file(new MockMultipartFile("file", "danh-sach.csv", "text/csv", csv.getBytes(UTF_8)))
            .param("unit", String.valueOf(examples.department().id()))
            .session(session));
  }
}
