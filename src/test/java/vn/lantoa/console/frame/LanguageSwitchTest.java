package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class LanguageSwitchTest {

  @Autowired private Visits visits;

  @Test
  void leadsNowhereElse() throws Exception {
    var answer =
        visits.answer(get("/ngon-ngu/en").header("Referer", "https://evil.example//evil.example/"));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/");
  }
}
