package vn.lantoa.console.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.audience.Duplicates;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.privacy.Erasure;

/// Somebody wants nothing to be left of him.
@ConsoleTest
class ErasureTest {

  private static final String ROOM = "/du-lieu-ca-nhan";
  private static final String NAME = "Quách Thị Vô Danh";
  private static final String PHONE = "+84977123456";
  private static final String EMAIL = "quach.vo.danh@rieng.example.vn";

  /// As people, providers and this program write them.
  private static final List<String> TRACES =
      List.of(NAME, "quach thi vo danh", PHONE, "0977123456", "977123456", "0977 123 456", EMAIL);

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;
  @Autowired private Suppressions suppressions;
  @Autowired private Duplicates duplicates;
  @Autowired private Erasure erasure;
  @Autowired private JdbcClient jdbc;

  private KnownPeople known;

  @BeforeEach
  void known() {
    known = new KnownPeople(examples, recipients, jdbc);
  }

  @Test
  void nothingIsLeftOfThePersonAndEverySumIsAsBefore() throws Exception {
    long id = known.person(NAME, PHONE, EMAIL, "QVD-1");
    long other =
        known.person("Quách Thị Còn Đây", "+84977123457", "con.day@rieng.example.vn", "QVD-2");
    known.deliveries(id, NAME, "0977 123 456");
    known.deliveries(other, "Quách Thị Còn Đây");
    suppressions.suppress(
        Channel.EMAIL, EMAIL, SuppressionReason.HARD_BOUNCE, "delivery:1", Actor.SYSTEM);
    var file = upload("Tên,Nhóm,SĐT\n" + NAME + ",nguoi-dan,0977 123 456\n");
    var kept = upload("Tên,Nhóm,SĐT\nNgười Khác Hẳn,nguoi-dan,0977 123 499\n");
    visits.open(OFFICER, "/nguoi-nhan?q=" + "quach thi vo danh" + "&tep=csv");
    known.draft("Gọi 0977.123.456 hoặc viết tới " + EMAIL);
    var before = known.sums();
    assertThat(new WholeDatabase(jdbc).places(TRACES)).hasSizeGreaterThan(15);

    var request = open(id, "ERASE", "Đối chiếu căn cước của " + NAME);
    visits.send(OFFICER, post(request + "/xoa"));

    assertThat(visits.page(OFFICER, request))
        .contains("Đã xóa dữ liệu", "Twilio", "Không còn trong danh sách")
        .doesNotContain(NAME);
    assertThat(new WholeDatabase(jdbc).places(TRACES)).isEmpty();
    // One that waited is cancelled; nothing else is counted otherwise.
    before.merge("PENDING", -1L, Long::sum);
    before.merge("CANCELLED", 1L, Long::sum);
    assertThat(known.sums()).isEqualTo(before);
    assertThat(known.miscounted()).isEmpty();
    assertThat(recipients.find(other)).isPresent();
    assertThat(new WholeDatabase(jdbc).places(List.of("con.day@rieng.example.vn")))
        .contains(
            "contact_point.address: con.day@rieng.example.vn",
            "delivery.address: con.day@rieng.example.vn");
    assertThat(visits.open(OFFICER, file).getStatus()).isEqualTo(404);
    assertThat(visits.open(OFFICER, kept).getStatus()).isEqualTo(200);
    visits.assertWhole(OFFICER, request);

    // The next list does not bring the person back, however it writes the name.
    var again = upload("Tên,Nhóm,SĐT\nQUACH THI VO DANH,nguoi-dan,0977123456\n");
    assertThat(visits.page(OFFICER, again)).contains("Người này đã yêu cầu xóa dữ liệu");
    visits.send(OFFICER, post(again + "/bo"));
    visits.send(OFFICER, post(request + "/nhan-lai").param("source", "Đến tận nơi đăng ký lại"));
    var anew = upload("Tên,Nhóm,SĐT\n" + NAME + ",nguoi-dan,0977123456\n");
    assertThat(visits.page(OFFICER, anew)).contains("Nhập 1 người");
    visits.send(OFFICER, post(anew + "/bo"));
    visits.send(OFFICER, post(kept + "/bo"));
  }

  @Test
  void whatIsOnTheWireOrUncertainIsSettledFirst() throws Exception {
    long id = known.person("Lã Thị Đang Gửi", "+84977123461", "dang.gui@rieng.example.vn", "");
    known.deliveries(id, "Lã Thị Đang Gửi");
    var request = open(id, "ERASE", "Gọi lại số đang lưu");
    jdbc.sql(
            "update queue set state = 'SENDING' where delivery_id in (select id from delivery where target_id = :id)")
        .param("id", id)
        .update();

    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isPresent();
    assertThat(visits.page(OFFICER, "/nguoi-nhan/" + id)).contains("Lã Thị Đang Gửi");

    jdbc.sql(
            "update queue set state = 'CLAIMED' where delivery_id in (select id from delivery where target_id = :id)")
        .param("id", id)
        .update();
    jdbc.sql(
            "update delivery set status = 'UNCERTAIN' where id = (select max(id) from delivery where target_id = :id and status = 'SENT')")
        .param("id", id)
        .update();
    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isPresent();

    jdbc.sql("update delivery set status = 'SENT' where target_id = :id and status = 'UNCERTAIN'")
        .param("id", id)
        .update();
    visits.send(OFFICER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isEmpty();
  }

  @Test
  void aSharedNumberStaysWithTheOthers() throws Exception {
    long id = known.person("Mẹ Chung Máy", "+84977123471", null, "");
    long child = known.person("Bố Chung Máy", "+84977123471", null, "");
    suppressions.suppress(
        Channel.SMS, "+84977123471", SuppressionReason.OPT_OUT, "unsubscribe-link", Actor.SYSTEM);

    visits.send(OFFICER, post(open(id, "ERASE", "Gọi lại") + "/xoa"));

    assertThat(recipients.find(id)).isEmpty();
    assertThat(recipients.find(child).orElseThrow().contactPoints())
        .allMatch(point -> point.suppressed() == SuppressionReason.OPT_OUT);
    var list =
        upload(
            "Tên,Nhóm,SĐT\nMẹ Chung Máy,nguoi-dan,0977123471\nBố Chung Máy,nguoi-dan,0977123471\n");
    assertThat(visits.page(OFFICER, list))
        .contains("Người này đã yêu cầu xóa dữ liệu", "Nhập 1 người");
    visits.send(OFFICER, post(list + "/bo"));
  }

  @Test
  void whoWasFoundTwiceIsErasedWithBothEntries() throws Exception {
    long id = known.person("Vi Thị Hai Lần", "+84977123501", "hai.lan@rieng.example.vn", "VTHL-1");
    long twin = known.person("VI THỊ HAI LẦN", "+84977123501", "hai.lan.cu@rieng.example.vn", "");
    known.deliveries(twin, "VI THỊ HAI LẦN");
    jdbc.sql(
            "delete from queue where delivery_id in (select id from delivery where target_id = :id)")
        .param("id", twin)
        .update();
    // What one entry asked goes with it to the other.
    var request = open(twin, "ERASE", "Gọi lại");
    duplicates.merge(id, twin);
    assertThat(visits.page(OFFICER, ROOM + "/nguoi/" + id)).contains("hai.lan.cu@rieng.example.vn");

    visits.send(OFFICER, post(request + "/xoa"));

    var traces =
        List.of(
            "Vi Thị Hai Lần",
            "vi thi hai lan",
            "977123501",
            "hai.lan@rieng.example.vn",
            "hai.lan.cu@rieng.example.vn");
    assertThat(new WholeDatabase(jdbc).places(traces)).isEmpty();
    assertThat(recipients.find(id)).isEmpty();
  }

  @Test
  void whatACampaignWritesAtTheSameMomentIsErasedToo() throws Exception {
    long id = known.person("Tô Thị Vừa Kịp", "+84977123491", "vua.kip@rieng.example.vn", "");
    visits.send(OFFICER, post(open(id, "ERASE", "Gọi lại") + "/xoa"));
    jdbc.sql(
            """
            insert into recipient (id, unit_id, name, audience, dedupe_key) overriding system value
            values (:id, :unit, 'x', 'nguoi-dan', 'late')
            """)
        .param("id", id)
        .param("unit", examples.commune().id())
        .update();
    jdbc.sql(
            "insert into contact_point (recipient_id, channel, address) values (:id, 'email', :address)")
        .param("id", id)
        .param("address", "vua.kip@rieng.example.vn")
        .update();
    known.deliveries(id, "Tô Thị Vừa Kịp");
    jdbc.sql("delete from recipient where id = :id").param("id", id).update();
    jdbc.sql("delete from former where target_id = :id").param("id", id).update();
    jdbc.sql(
            "delete from attempt where delivery_id in (select id from delivery where target_id = :id)")
        .param("id", id)
        .update();
    jdbc.sql("delete from address_day where address = 'vua.kip@rieng.example.vn'").update();

    erasure.eraseLate();

    assertThat(
            jdbc.sql(
                    "select distinct recipient_name || address from delivery where target_id = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("đã xóađã xóa");
    assertThat(
            jdbc.sql(
                    "select count(*) from queue where delivery_id in (select id from delivery where target_id = :id)")
                .param("id", id)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void onlyOfficersOfTheUnitMayAndOnlyWithProof() throws Exception {
    long id = known.person("Tạ Thị Của Xã", "+84977123481", null, "");
    var request = open(id, "ERASE", "Gọi lại");

    assertThat(visits.send(STRANGER, post(request + "/xoa")).getStatus()).isEqualTo(404);
    assertThat(visits.send(APPROVER, post(request + "/xoa")).getStatus()).isIn(403, 404);
    for (var path : List.of("/nguoi/" + id, "/nguoi/" + id + "/tep")) {
      assertThat(visits.open(STRANGER, ROOM + path).getStatus()).as(path).isEqualTo(404);
    }
    jdbc.sql("update subject_request set proof = '' where recipient_id = :id")
        .param("id", id)
        .update();
    visits.send(OFFICER, post(request + "/xoa"));
    visits.send(OFFICER, post(request + "/dong").param("outcome", "xong"));

    assertThat(recipients.find(id)).isPresent();
    assertThat(visits.page(OFFICER, request)).contains("Đang xử lý");
  }

  /// Where he is now is where it can be done.
  @Test
  void whatHeAskedGoesWithHimToAnotherUnit() throws Exception {
    long id = known.person("Tạ Thị Chuyển Đi", "+84977123495", null, "");
    var request = open(id, "ERASE", "Gọi lại");

    jdbc.sql("update recipient set unit_id = :unit where id = :id")
        .param("unit", examples.elsewhere().id())
        .param("id", id)
        .update();

    assertThat(visits.open(OFFICER, request).getStatus()).isEqualTo(404);
    assertThat(visits.page(STRANGER, request)).contains("Tạ Thị Chuyển Đi");
    visits.send(STRANGER, post(request + "/xoa"));
    assertThat(recipients.find(id)).isEmpty();
  }

  /// Anybody can be put on a list under any name: what is pending elsewhere is neither told nor
  /// thrown away for it.
  @Test
  void whatOtherUnitsWorkOnIsTheirs() throws Exception {
    var named = "Tên,Nhóm,SĐT\nGiáo viên Chung,nguoi-dan,0977 123 491\n";
    var elsewhere = upload(STRANGER, examples.elsewhere().id(), named);
    var above = upload(OFFICER, examples.department().id(), named);
    var own = upload(OFFICER, examples.commune().id(), named);
    var numbers = "Tên,Nhóm,SĐT\nMột Tên Khác,nguoi-dan,0977 123 490\n";
    var numbered = upload(OFFICER, examples.department().id(), numbers);
    var his = upload(OFFICER, examples.commune().id(), numbers);
    long id = known.person("Giáo viên Chung", "+84977123490", null, "");

    assertThat(visits.page(OFFICER, ROOM + "/nguoi/" + id)).contains("ds.csv");
    visits.send(OFFICER, post(open(id, "ERASE", "Gọi lại") + "/xoa"));

    assertThat(recipients.find(id)).isEmpty();
    assertThat(visits.open(STRANGER, elsewhere).getStatus()).isEqualTo(200);
    assertThat(visits.open(OFFICER, above).getStatus()).isEqualTo(200);
    assertThat(visits.open(OFFICER, own).getStatus()).isEqualTo(200);
    assertThat(visits.open(OFFICER, his).getStatus()).isEqualTo(404);
    assertThat(visits.open(OFFICER, numbered).getStatus()).isEqualTo(200);
  }

  /// @return where the request is
  private String open(long id, String kind, String proof) throws Exception {
    return visits
        .send(
            OFFICER,
            post(ROOM + "/nguoi/" + id + "/yeu-cau")
                .param("kind", kind)
                .param("way", "IN_PERSON")
                .param("proof", proof)
                .param("wish", "Xóa hết dữ liệu của tôi"))
        .getHeader("Location");
  }

  private String upload(String text) throws Exception {
    return upload(OFFICER, examples.commune().id(), text);
  }

  private String upload(String username, long unit, String text) throws Exception {
    return visits
        .send(
            username,
            multipart("/nguoi-nhan/nhap")
                .file(
                    new MockMultipartFile(
                        "file", "ds.csv", "application/octet-stream", text.getBytes(UTF_8)))
                .param("unit", String.valueOf(unit)))
        .getHeader("Location");
  }
}
