package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleUsers.user;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Endpoint;
import vn.lantoa.console.Visits;

/// Who may open what, asked of the whole program.
@ConsoleTest
class ConsoleAccessTest {

  @Autowired private Visits visits;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void whatIsNotPublicByListDemandsALogin() throws Exception {
    var open = new ArrayList<String>();

    for (var endpoint : endpoints()) {
      var answer = visits.answer(request(endpoint).with(csrf()));
      if (!isPublic(endpoint) && !leadsToLogin(answer)) {
        open.add(endpoint + " " + answer.getStatus());
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void nothingIsPostedWithoutAToken() throws Exception {
    var open = new ArrayList<String>();

    for (var endpoint : endpoints()) {
      if (endpoint.method() == RequestMethod.POST && !isPublic(endpoint)) {
        int status = visits.answer(request(endpoint).with(user(OFFICER))).getStatus();
        if (status != 403) {
          open.add(endpoint + " " + status);
        }
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void rolesKeepToTheirSections() throws Exception {
    assertThat(visits.open(SCHOOL, "/noi-dung").getStatus()).isEqualTo(403);
    assertThat(visits.open(SCHOOL, "/nguoi-nhan").getStatus()).isEqualTo(403);
    assertThat(visits.open(OFFICER, "/tai-khoan").getStatus()).isEqualTo(403);
    assertThat(visits.open(APPROVER, "/noi-dung/moi").getStatus()).isEqualTo(403);
    assertThat(leadsToLogin(visits.open("khong-ai", "/noi-dung"))).isTrue();
  }

  @Test
  void browsersAreToldToRunNothingButOurs() throws Exception {
    var policy = visits.open(OFFICER, "/").getHeader("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  private static boolean leadsToLogin(MockHttpServletResponse answer) {
    var target = answer.getRedirectedUrl();
    return answer.getStatus() == 302 && target != null && target.endsWith("/dang-nhap");
  }

  private List<Endpoint> endpoints() {
    var endpoints = Endpoint.all(mappings);
    assertThat(endpoints).hasSizeGreaterThan(20);
    return endpoints;
  }

  private static boolean isPublic(Endpoint endpoint) {
    return endpoint.isBelow(PublicPaths.patterns());
  }

  private static MockHttpServletRequestBuilder request(Endpoint endpoint) {
    return MockMvcRequestBuilders.request(
        HttpMethod.valueOf(endpoint.method().name()), endpoint.path("1"));
  }
}
