package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.lantoa.console.ConsoleUsers.user;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// Opens and sends the console's pages in the name of one person or another.
public final class Visits {

  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"");

  private final MockMvc mvc;

  Visits(MockMvc mvc) {
    this.mvc = mvc;
  }

  public MockHttpServletResponse open(String username, String path) throws Exception {
    return answer(get(path).with(user(username)).accept(MediaType.TEXT_HTML));
  }

  /// What the page says.
  public String page(String username, String path) throws Exception {
    return open(username, path).getContentAsString();
  }

  /// As the form on the page would.
  public MockHttpServletResponse send(
      String username, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return answer(request.with(user(username)).with(csrf()));
  }

  /// In nobody's name but that the request itself has.
  public MockHttpServletResponse answer(RequestBuilder request) throws Exception {
    var response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  /// Every page has all its words, in both languages, and nothing that a browser would have to run
  /// or to style from within the page.
  public void assertWhole(String username, String... paths) throws Exception {
    for (var path : paths) {
      assertThat(open(username, path).getStatus()).as(path).isEqualTo(200);
      assertWordsAndNothingInline(username, path);
    }
  }

  /// Likewise of a page that says why there is none.
  public void assertWordsAndNothingInline(String username, String path) throws Exception {
    for (var language : List.of("vi", "en")) {
      var page =
          answer(get(path).with(user(username)).cookie(new Cookie("ngon-ngu", language)))
              .getContentAsString();
      assertThat(page).as(path).contains("<html lang=\"" + language).doesNotContain("⟦");
      assertThat(INLINE.matcher(page).find()).as(path).isFalse();
    }
  }
}
