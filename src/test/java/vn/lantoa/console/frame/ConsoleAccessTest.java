package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.content.ContentForm;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.AuditTrail;

/// Who may open what, asked of the whole program; and the way of a text from the editor to its
/// approval.
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAccessTest {

  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"");

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TestDatabase.settings().forEach((key, value) -> registry.add(key, () -> value));
    registry.add("lantoa.data", () -> "target/test-data/console");
    registry.add("lantoa.sandbox.enabled", () -> "true");
  }

  @Autowired MockMvc mvc;
  @Autowired ApplicationContext context;
  @Autowired ContentLibrary library;
  @Autowired AuditTrail trail;
  @Autowired ChannelPauses pauses;
  @Autowired Deliveries deliveries;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  ConsoleExamples examples;

  @BeforeAll
  void fill() {
    examples = ConsoleExamples.fill(context);
  }

  @Test
  void whatIsNotPublicByListDemandsALogin() throws Exception {
    var open = new ArrayList<String>();

    for (var endpoint : endpoints()) {
      var answer = answer(endpoint.request().with(csrf()));
      if (!endpoint.isPublic() && !leadsToLogin(answer)) {
        open.add(endpoint + " " + answer.getStatus());
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void nothingIsPostedWithoutAToken() throws Exception {
    var open = new ArrayList<String>();

    for (var endpoint : endpoints()) {
      if (endpoint.method() == RequestMethod.POST && !endpoint.isPublic()) {
        int status = answer(endpoint.request().with(user(ConsoleExamples.OFFICER))).getStatus();
        if (status != 403) {
          open.add(endpoint + " " + status);
        }
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void aSchoolFindsItsOwnStationAndNoOther() throws Exception {
    assertThat(open(ConsoleExamples.SCHOOL, "/").getRedirectedUrl()).isEqualTo("/dai");
    assertThat(open(ConsoleExamples.SCHOOL, "/dai").getRedirectedUrl())
        .isEqualTo("/dai/" + examples.ownStation().id());
    assertThat(open(ConsoleExamples.SCHOOL, "/dai/" + examples.ownStation().id()).getStatus())
        .isEqualTo(200);
    assertThat(open(ConsoleExamples.SCHOOL, "/dai/" + examples.otherStation().id()).getStatus())
        .isEqualTo(404);
    assertThat(open(ConsoleExamples.OFFICER, "/dai/" + examples.otherStation().id()).getStatus())
        .isEqualTo(200);
  }

  @Test
  void rolesKeepToTheirSections() throws Exception {
    assertThat(open(ConsoleExamples.SCHOOL, "/noi-dung").getStatus()).isEqualTo(403);
    assertThat(open(ConsoleExamples.SCHOOL, "/nguoi-nhan").getStatus()).isEqualTo(403);
    assertThat(open(ConsoleExamples.OFFICER, "/tai-khoan").getStatus()).isEqualTo(403);
    assertThat(open(ConsoleExamples.APPROVER, "/noi-dung/moi").getStatus()).isEqualTo(403);
    assertThat(open("khong-ai", "/noi-dung").getStatus()).isEqualTo(403);
  }

  @Test
  void aFirstPasswordLeadsNowhereElse() throws Exception {
    assertThat(open(ConsoleExamples.NEWCOMER, "/noi-dung").getRedirectedUrl())
        .isEqualTo("/mat-khau");
    assertThat(open(ConsoleExamples.NEWCOMER, "/mat-khau").getStatus()).isEqualTo(200);
  }

  @Test
  void aWrongNameLooksLikeAWrongPassword() throws Exception {
    var wrongName = afterLogin("khong-co", "sai mat khau roi");
    var wrongPassword = afterLogin(ConsoleExamples.APPROVER, "sai mat khau roi");

    assertThat(wrongName.replace("khong-co", "")).contains("chưa đúng");
    assertThat(withoutToken(wrongName).replace("khong-co", "?"))
        .isEqualTo(withoutToken(wrongPassword).replace(ConsoleExamples.APPROVER, "?"));
  }

  @Test
  void whoGuessesTooOftenHasToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      afterLogin(ConsoleExamples.SCHOOL, "doan mo lan " + i);
    }

    assertThat(afterLogin(ConsoleExamples.SCHOOL, ConsoleExamples.PASSWORD))
        .contains("Hãy chờ 1 phút");
  }

  @Test
  void aStaleLoginPageAsksAgain() throws Exception {
    var answer = answer(post("/dang-nhap").param("username", "lan").param("password", "x"));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/dang-nhap?het-phien");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    var paths =
        List.of(
            "/",
            "/noi-dung",
            "/noi-dung?q=dang+nhap&trang-thai=APPROVED",
            "/noi-dung?q=xyzzy",
            "/noi-dung/" + ConsoleExamples.ITEM,
            "/noi-dung/tai-len",
            "/noi-dung/moi",
            "/noi-dung/" + ConsoleExamples.ITEM + "/sua",
            "/dai",
            "/dai?q=xyzzy",
            "/dai/" + examples.ownStation().id(),
            "/dai/" + examples.otherStation().id(),
            "/dai/" + examples.ownStation().id() + "?tuan=2030-01-01",
            "/mat-khau",
            "/van-hanh",
            "/chua-ro",
            "/chua-ro?de-lai=true",
            "/luot-gui?q=xyzzy",
            "/noi-dung/khong-co");

    for (var path : paths) {
      for (var language : List.of("vi", "en")) {
        var page =
            answer(
                    get(path)
                        .with(user(ConsoleExamples.OFFICER))
                        .cookie(new Cookie("ngon-ngu", language)))
                .getContentAsString();
        assertThat(page).as(path).contains("<html lang=\"" + language).doesNotContain("⟦");
        assertThat(INLINE.matcher(page).find()).as(path).isFalse();
      }
    }
  }

  @Test
  void browsersAreToldToRunNothingButOurs() throws Exception {
    var policy = open(ConsoleExamples.OFFICER, "/").getHeader("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void theLanguageSwitchLeadsNowhereElse() throws Exception {
    var answer =
        answer(get("/ngon-ngu/en").header("Referer", "https://evil.example//evil.example/"));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void aTextIsApprovedBySomebodyElseAndAnyEditNeedsApprovalAgain() throws Exception {
    var page = "/noi-dung/" + ConsoleExamples.ITEM;
    var first = library.get(ConsoleExamples.ITEM).current();

    send(
        ConsoleExamples.APPROVER,
        post(page + "/tra-lai").param("hash", first.hash()).param("reason", "Thêm số 1022"));
    assertThat(library.get(ConsoleExamples.ITEM).status()).isEqualTo(ContentStatus.RETURNED);

    var form = ContentForm.of(first);
    send(ConsoleExamples.OFFICER, edit(page, form, form.value("sms")));
    assertThat(library.get(ConsoleExamples.ITEM).current().hash()).isEqualTo(first.hash());

    send(ConsoleExamples.OFFICER, edit(page, form, form.value("sms") + " 1022"));
    var second = library.get(ConsoleExamples.ITEM).current();
    assertThat(second.number()).isEqualTo(2);

    send(ConsoleExamples.APPROVER, post(page + "/duyet").param("hash", first.hash()));
    assertThat(library.get(ConsoleExamples.ITEM).isApproved()).isFalse();

    send(ConsoleExamples.APPROVER, post(page + "/duyet").param("hash", second.hash()));
    assertThat(library.get(ConsoleExamples.ITEM).isApproved()).isTrue();
    assertThat(trail.of("content:" + ConsoleExamples.ITEM, 10))
        .extracting(AuditTrail.Entry::action)
        .startsWith("content.approve", "content.edit");

    var late = send(ConsoleExamples.OFFICER, edit(page, form, "Bản cũ"));
    assertThat(late.getContentAsString()).contains("Bản cũ", "Có người đã lưu một bản khác");
  }

  @Test
  void aMistakeIsShownAtItsField() throws Exception {
    var form = ContentForm.of(library.get(ConsoleExamples.ITEM).current());
    var answer =
        send(
            ConsoleExamples.OFFICER,
            edit("/noi-dung/" + ConsoleExamples.ITEM, form, "Chào {{recipient.nam}}"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .containsPattern("(?s)id=\"finding-sms\"[^>]*>\\s*<li class=\"is-bad\">");
  }

  @Test
  void aSchoolConfirmsWhatItAired() throws Exception {
    var station = "/dai/" + examples.ownStation().id();
    var confirm =
        post(station + "/da-phat")
            .param("script", String.valueOf(examples.scriptId()))
            .param("item", String.valueOf(examples.scriptItemId()))
            .param("date", "2026-11-02")
            .param("time", "07:15")
            .param("minutes", "2")
            .param("seconds", "5");

    send(ConsoleExamples.SCHOOL, confirm);

    assertThat(open(ConsoleExamples.SCHOOL, station).getContentAsString())
        .contains("Đã phát 02/11/2026 07:15", "2 phút 5 giây", "Phạm Thị Hạnh");
  }

  @Test
  void operationsAreSeenByWhoSendsAndChangedByAdministratorsAlone() throws Exception {
    for (var name :
        List.of(ConsoleExamples.OFFICER, ConsoleExamples.APPROVER, ConsoleExamples.ADMIN)) {
      assertThat(open(name, "/van-hanh").getStatus()).as(name).isEqualTo(200);
    }
    assertThat(open(ConsoleExamples.SCHOOL, "/van-hanh").getStatus()).isEqualTo(403);
    assertThat(open(ConsoleExamples.OFFICER, "/van-hanh").getContentAsString())
        .doesNotContain("action=\"/van-hanh");
    assertThat(open(ConsoleExamples.ADMIN, "/van-hanh").getContentAsString())
        .contains("action=\"/van-hanh/kenh/sms/tam-dung\"");

    for (var act :
        List.of(
            "/kenh/sms/tam-dung",
            "/kenh/sms/mo-lai",
            "/kenh/sms/tai-khoan/main/mo-lai",
            "/khoi-phuc")) {
      for (var name :
          List.of(ConsoleExamples.OFFICER, ConsoleExamples.APPROVER, ConsoleExamples.SCHOOL)) {
        assertThat(send(name, post("/van-hanh" + act)).getStatus()).as(name + act).isIn(403, 404);
      }
      assertThat(open(ConsoleExamples.ADMIN, "/van-hanh" + act).getStatus()).as(act).isIn(404, 405);
    }
    assertThat(pauses.all()).isEmpty();
    assertThat(trail.of("channel:sms", 9)).isEmpty();
  }

  @Test
  void anAdministratorPausesAChannelAndOpensItAgain() throws Exception {
    send(
        ConsoleExamples.ADMIN,
        post("/van-hanh/kenh/facebook/tam-dung").param("reason", "Hết hạn mức"));
    assertThat(open(ConsoleExamples.OFFICER, "/van-hanh").getContentAsString())
        .contains("Hết hạn mức");

    send(ConsoleExamples.ADMIN, post("/van-hanh/kenh/facebook/mo-lai"));

    assertThat(pauses.all()).isEmpty();
    assertThat(trail.of("channel:facebook", 9))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("channel.resume", "channel.pause");
  }

  @Test
  void theDeskShowsAnOfficerWhatIsHisAndLetsNobodyElseDecide() throws Exception {
    long own = uncertain(examples.department(), "Nguyễn Thị Của Ta");
    long foreign = uncertain(examples.elsewhere(), "Trần Văn Nơi Khác");

    assertThat(open(ConsoleExamples.OFFICER, "/chua-ro").getContentAsString())
        .contains("Nguyễn Thị Của Ta", "value=\"SEND_AGAIN\"")
        .doesNotContain("Trần Văn Nơi Khác");
    assertThat(open(ConsoleExamples.APPROVER, "/chua-ro").getContentAsString())
        .contains("Nguyễn Thị Của Ta")
        .doesNotContain("SEND_AGAIN");
    assertThat(open(ConsoleExamples.STRANGER, "/chua-ro").getContentAsString())
        .contains("Trần Văn Nơi Khác")
        .doesNotContain("Nguyễn Thị Của Ta");
    for (var name : List.of(ConsoleExamples.SCHOOL, ConsoleExamples.ADMIN)) {
      assertThat(open(name, "/chua-ro").getStatus()).as(name).isIn(403, 404);
    }

    for (var decision : List.of("WAS_SENT", "SEND_AGAIN", "LEAVE", "ASK")) {
      for (var name :
          List.of(
              ConsoleExamples.APPROVER,
              ConsoleExamples.SCHOOL,
              ConsoleExamples.ADMIN,
              ConsoleExamples.STRANGER)) {
        assertThat(decide(name, decision, own).getStatus()).as(name + decision).isIn(403, 404);
      }
      // One that is not his spoils the whole choice.
      assertThat(decide(ConsoleExamples.OFFICER, decision, own, foreign).getStatus())
          .as(decision)
          .isEqualTo(404);
      open(ConsoleExamples.OFFICER, "/chua-ro?decision=" + decision + "&tin=" + own);
    }
    assertThat(isUncertain(own)).isTrue();
    assertThat(isUncertain(foreign)).isTrue();
    assertThat(trail.of("delivery:" + own, 9)).isEmpty();

    decide(ConsoleExamples.OFFICER, "LEAVE", own);
    assertThat(open(ConsoleExamples.OFFICER, "/chua-ro").getContentAsString())
        .doesNotContain("Nguyễn Thị Của Ta");
    assertThat(open(ConsoleExamples.OFFICER, "/chua-ro?de-lai=true").getContentAsString())
        .contains("Nguyễn Thị Của Ta");
    decide(ConsoleExamples.OFFICER, "WAS_SENT", own);
    assertThat(isUncertain(own)).isFalse();
    assertThat(trail.of("delivery:" + own, 9))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("delivery.was-sent", "delivery.leave");
  }

  private long uncertain(OrgUnit unit, String name) {
    return ConsoleExamples.uncertain(context, unit.id(), name).getFirst();
  }

  private boolean isUncertain(long delivery) {
    return deliveries.find(delivery).orElseThrow().status() == DeliveryStatus.UNCERTAIN;
  }

  private MockHttpServletResponse decide(String username, String decision, long... ids)
      throws Exception {
    var request = post("/chua-ro").param("decision", decision);
    for (long id : ids) {
      request.param("tin", String.valueOf(id));
    }
    return send(username, request);
  }

  private static MockHttpServletRequestBuilder edit(String page, ContentForm form, String sms) {
    var request = post(page + "/sua").param("sms", sms);
    Stream.of(
            "title",
            "topic",
            "validFrom",
            "validTo",
            "link",
            "source",
            "subject",
            "email",
            "social",
            "radio",
            "portal",
            "base")
        .forEach(field -> request.param(field, form.value(field)));
    form.chosenAudiences().forEach(audience -> request.param("audiences", audience));
    return request;
  }

  private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request)
      throws Exception {
    return answer(request.with(user(username)).with(csrf()));
  }

  private MockHttpServletResponse open(String username, String path) throws Exception {
    return answer(get(path).with(user(username)).accept(MediaType.TEXT_HTML));
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    var response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  /// The login page as it is after a try.
  private String afterLogin(String username, String password) throws Exception {
    var session = new MockHttpSession();
    answer(
        post("/dang-nhap")
            .session(session)
            .param("username", username)
            .param("password", password)
            .with(csrf()));
    return answer(get("/dang-nhap").session(session)).getContentAsString();
  }

  private static String withoutToken(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private static boolean leadsToLogin(MockHttpServletResponse answer) {
    var target = answer.getRedirectedUrl();
    return answer.getStatus() == 302 && target != null && target.endsWith("/dang-nhap");
  }

  private record Endpoint(RequestMethod method, String path) {

    MockHttpServletRequestBuilder request() {
      return MockMvcRequestBuilders.request(HttpMethod.valueOf(method.name()), path);
    }

    boolean isPublic() {
      return Stream.of(ConsoleSecurity.PUBLIC)
          .map(PathPatternParser.defaultInstance::parse)
          .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
  }

  private List<Endpoint> endpoints() {
    var endpoints = new ArrayList<Endpoint>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, _) -> {
          var methods =
              mapping.getMethodsCondition().getMethods().isEmpty()
                  ? Set.of(RequestMethod.GET, RequestMethod.POST)
                  : mapping.getMethodsCondition().getMethods();
          for (var path : mapping.getPatternValues()) {
            methods.forEach(
                method -> endpoints.add(new Endpoint(method, path.replaceAll("\\{[^/]*}", "1"))));
          }
        });
    assertThat(endpoints).hasSizeGreaterThan(20);
    return endpoints;
  }
}
