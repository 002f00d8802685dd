package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.CampaignExamples.with;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class CampaignFormPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples people;
  @Autowired private CampaignExamples examples;
  @Autowired private Campaigns campaigns;
  @Autowired private JdbcClient jdbc;

  @Test
  void anIncompleteFormComesBackWithEverythingTyped() throws Exception {
    long commune = people.commune().id();

    var answer =
        visits.send(
            OFFICER,
            post("/chien-dich/moi")
                .param("waves", "1")
                .param("name", "Chưa xong")
                .param("unit", String.valueOf(commune))
                .param("w0.unit", String.valueOf(commune))
                .param("w0.channels", "sms")
                .param("w0.when", "WEEKLY")
                .param("w0.time", "07:15")
                .param("w0.catchUp", "2")
                .param("w0.deadline", "72")
                .param("act", "save"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("value=\"Chưa xong\"", "value=\"07:15\"", "Chọn nội dung để gửi")
        .contains("Chọn ít nhất một ngày trong tuần");
    assertThat(campaigns.within(commune, Set.of(), 0, 100))
        .noneMatch(campaign -> campaign.name().equals("Chưa xong"));
  }

  @Test
  void theEstimateCountsPeopleAndSaysWhoIsLeftOut() throws Exception {
    var estimate =
        visits.send(OFFICER, examples.estimate(examples.schoolOfTwo())).getContentAsString();

    assertThat(estimate)
        .doesNotContain("<html")
        .containsPattern("(?s)Tin nhắn SMS.*?1 người bỏ qua.*?<strong>1</strong>")
        .contains("tin tính cước", "Tổng chi phí")
        .contains("Đặt tên cho chiến dịch");
  }

  /// Whoever may both: the campaign would be approved, and its people read, where only the school
  /// is.
  @Test
  void aCampaignReachesNobodyBesideOrAboveItsUnit() throws Exception {
    long school = examples.schoolOfTwo();
    var answer =
        visits.send(
            OFFICER,
            with(
                examples.form(post("/chien-dich/moi"), "Vượt cấp", "submit"),
                Map.of("unit", String.valueOf(school))));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("Chọn nơi nhận là chính đơn vị của chiến dịch hoặc đơn vị trực thuộc");
    assertThat(campaigns.within(people.department().id(), Set.of(), 0, 100))
        .noneMatch(campaign -> campaign.name().equals("Vượt cấp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"telnet", "x", "x,y", "SMS", ""})
  void aChannelThereIsNotIsRefused(String channel) throws Exception {
    var answer =
        visits.send(
            OFFICER,
            with(
                examples.form(post("/chien-dich/moi"), "Điện tín", "save"),
                Map.of("w0.channels", channel)));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Chọn ít nhất một kênh");
  }

  /// Its page still tells what became of it.
  @Test
  void aCampaignOutlivesItsChannel() throws Exception {
    long id = examples.queue(OFFICER, "Kênh nay không còn", "save");
    jdbc.sql("update wave set channels = '{telnet}' where campaign_id = :id")
        .param("id", id)
        .update();

    assertThat(visits.page(OFFICER, "/chien-dich/" + id)).contains("Kênh nay không còn");
    assertThat(visits.page(OFFICER, "/chien-dich/" + id + "/sua")).contains("Kênh nay không còn");
    assertThat(visits.page(OFFICER, "/chien-dich")).contains("Kênh nay không còn");
    visits.send(OFFICER, post("/chien-dich/" + id + "/xoa"));
  }

  @Test
  void nothingIsTickedThatNobodyChose() throws Exception {
    assertThat(visits.page(OFFICER, "/chien-dich/moi"))
        .containsPattern("name=\"w0\\.audiences\" value=\"\\*\"")
        .doesNotContainPattern("type=\"checkbox\" name=\"w0\\.(channels|audiences)\"[^>]* checked");
  }

  /// In a browser, Enter presses the first button there is: this one does nothing.
  @Test
  void enterInAFieldStoresNothing() throws Exception {
    assertThat(visits.page(OFFICER, "/chien-dich/moi"))
        .containsPattern("(?s)id=\"campaign-form\".*?<button type=\"submit\" disabled hidden>");
  }

  @Test
  void aCopyHasAnotherNameAndNoDay() throws Exception {
    long id = examples.queueOn(OFFICER, "Hội thi", "2030-05-04");

    assertThat(visits.page(OFFICER, "/chien-dich/" + id + "/sua")).contains("value=\"2030-05-04\"");
    assertThat(visits.page(OFFICER, "/chien-dich/" + id + "/ban-sao"))
        .contains("value=\"Hội thi (bản sao)\"", "Chọn ngày gửi")
        .doesNotContain("2030-05-04");
  }
}
