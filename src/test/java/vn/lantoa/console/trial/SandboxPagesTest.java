package vn.lantoa.console.trial;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class SandboxPagesTest {

  @Autowired private Visits visits;

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(ConsoleExamples.OFFICER, "/thu-nghiem", "/thu-nghiem?kenh=sms");
  }
}
