package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.audience.Recipient;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentItem;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Grants;
import vn.lantoa.security.Role;

/// What is another's is as far away when a field of a form names it as when the path does.
@ConsoleTest
class ForeignFieldsTest {

  @Autowired private ApplicationContext context;
  @Autowired private Visits visits;
  @Autowired private CampaignExamples campaigns;
  @Autowired private Grants grants;
  @Autowired private JdbcClient jdbc;

  private static @Nullable TwoUnits made;

  private TwoUnits units;

  /// @param what is tried, for messages
  private record Try(String what, Role by, AbstractMockHttpServletRequestBuilder<?> request) {}

  @BeforeEach
  void fill() throws Exception {
    if (made == null) {
      made = TwoUnits.fill(context, "truong");
    }
    units = made;
  }

  @Test
  void nothingOfAnotherUnitIsReadOrTouchedByNamingItInAField() throws Exception {
    var before = TableSums.of(jdbc);
    var open = new ArrayList<String>();
    for (var one : tries()) {
      int status = visits.send(units.holder(one.by()), one.request()).getStatus();
      if (status != 404 && status != 403) {
        open.add(one.what() + " " + status);
      }
    }

    assertThat(open).isEmpty();
    assertThat(TableSums.of(jdbc)).isEqualTo(before);
  }

  /// These come back to the form with a sentence.
  @Test
  void whatNamesAnItemOfAnotherUnitDoesNotChangeIt() throws Exception {
    var before = TableSums.of(jdbc);
    var item = units.foreign(ContentItem.class);
    var file =
        new MockMultipartFile(
            "file",
            item + ".md",
            "text/markdown",
            TwoUnits.text(item).getBytes(StandardCharsets.UTF_8));
    var officer = units.holder(Role.OFFICER);

    assertThat(visits.send(officer, multipart("/noi-dung/tai-len").file(file)).getStatus())
        .isEqualTo(302);
    assertThat(visits.send(officer, post("/noi-dung/moi").param("id", item)).getStatus())
        .isEqualTo(200);

    assertThat(TableSums.of(jdbc)).isEqualTo(before);
  }

  private List<Try> tries() {
    var unit = units.foreign(OrgUnit.class);
    var own = units.own(OrgUnit.class);
    var person = units.foreign(Recipient.class);
    var delivery = units.foreign(Delivery.class);
    var account = "/tai-khoan/" + units.own(Account.class);
    var theirs = Long.parseLong(units.foreign(Account.class));
    return List.of(
        officer("a campaign for them", campaign("/chien-dich/moi", unit, own)),
        officer("a campaign to their people", campaign("/chien-dich/moi", own, unit)),
        officer("an estimate of their people", campaign("/chien-dich/du-tinh", own, unit)),
        officer(
            "one's own campaign made theirs",
            campaign("/chien-dich/" + units.own(Campaign.class) + "/sua", unit, own)),
        officer(
            "the ledger of their campaign",
            get("/luot-gui").param("chien-dich", units.foreign(Campaign.class))),
        officer(
            "their failures again",
            post("/luot-gui/gui-lai").param("chien-dich", units.foreign(Campaign.class))),
        officer("their message again", post("/luot-gui/chon/gui-lai").param("chon", delivery)),
        officer(
            "their message again for sure",
            post("/luot-gui/chon/gui-lai").param("chon", delivery).param("chac-chan", "1")),
        officer(
            "what became of their message",
            post("/chua-ro").param("chon", delivery).param("decision", "WAS_SENT")),
        officer("their people", get("/nguoi-nhan").param("don-vi", unit)),
        officer(
            "their people as a file", get("/nguoi-nhan").param("don-vi", unit).param("tep", "csv")),
        officer("a person for them", person("/nguoi-nhan/them", unit)),
        officer(
            "one's own person made theirs",
            person("/nguoi-nhan/" + units.own(Recipient.class) + "/sua", unit)),
        officer(
            "the refusal of their person",
            post("/nguoi-nhan/chon/tu-choi").param("chon", person).param("source", "tự khai")),
        officer(
            "a file of people for them",
            multipart("/nguoi-nhan/nhap")
                .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[] {65}))
                .param("unit", unit)),
        officer("a draft of their item", draft(units.foreign(ContentItem.class))),
        admin(
            "an account with them",
            post("/tai-khoan")
                .param("username", "gia")
                .param("name", "Giả")
                .param("roles", "OFFICER")
                .param("unit", unit)),
        admin("a role with them", grant(account, "OFFICER", unit)),
        admin("the machine", grant(account, "OPERATOR", own)),
        admin(
            "to stand in for theirs",
            grant(account, "SCHOOL", own)
                .param("standsInFor", String.valueOf(theirs))
                .param("to", "2099-01-01")),
        admin(
            "the end of their role",
            post(account + "/quyen/" + grants.of(theirs).getFirst().id() + "/ket-thuc")));
  }

  private static Try officer(String what, AbstractMockHttpServletRequestBuilder<?> request) {
    return new Try(what, Role.OFFICER, request);
  }

  private static Try admin(String what, AbstractMockHttpServletRequestBuilder<?> request) {
    return new Try(what, Role.ADMIN, request);
  }

  private MockHttpServletRequestBuilder campaign(String path, String unit, String peopleOf) {
    return campaigns
        .form(post(path), "Thử", "save")
        .with(request -> {
          request.setParameter("unit", unit);
          request.setParameter("w0.unit", peopleOf);
          return request;
        });
  }

  private static MockHttpServletRequestBuilder person(String path, String unit) {
    var fields = Map.of("NAME", "Ai", "AUDIENCE", "Người dân", "EMAIL", "ai@mau.example.vn");
    var request = post(path).param("unit", unit);
    fields.forEach(request::param);
    return request;
  }

  private static MockHttpServletRequestBuilder draft(String item) {
    return post("/ban-nhap").param("item", item).param("title", "Của tôi");
  }

  private static MockHttpServletRequestBuilder grant(String account, String role, String unit) {
    return post(account + "/quyen").param("role", role).param("unit", unit);
  }
}
