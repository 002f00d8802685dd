package vn.lantoa.console.home;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class HomePageTest {

  @Autowired private Visits visits;

  @Test
  void hasAllItsWordsAndNothingInline() throws Exception {
    visits.assertWhole(ConsoleExamples.OFFICER, "/");
  }
}
