package vn.lantoa.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Somebody's browser, which keeps its session and its cookies, and logs in by the form.
public final class Browser {

  private final Visits visits;
  private final MockHttpSession session = new MockHttpSession();
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();

  public Browser(Visits visits) {
    this.visits = visits;
  }

  /// @return where it leads
  public String logIn(String username, String password) throws Exception {
    return post("/dang-nhap", Map.of("username", username, "password", password))
        .getRedirectedUrl();
  }

  public MockHttpServletResponse open(String path) throws Exception {
    return send(get(path).accept(MediaType.TEXT_HTML));
  }

  public String page(String path) throws Exception {
    return open(path).getContentAsString();
  }

  public MockHttpServletResponse post(String path, Map<String, String> fields) throws Exception {
    var request = MockMvcRequestBuilders.post(path);
    fields.forEach(request::param);
    return send(request.with(csrf()));
  }

  public boolean hasCookie(String name) {
    return cookies.containsKey(name);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    var answer = visits.answer(request.session(session));
    for (var cookie : answer.getCookies()) {
      cookies.put(cookie.getName(), cookie);
    }
    return answer;
  }
}
