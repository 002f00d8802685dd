package vn.lantoa.console;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Accounts;

/// What the console's tests ask for, made once for all of them.
@TestConfiguration(proxyBeanMethods = false)
@Lazy
class ConsoleFixtures {

  /// Nobody visits before there is somebody.
  @Bean
  @DependsOn("consoleExamples")
  Visits visits(MockMvc mvc) {
    return new Visits(mvc);
  }

  @Bean
  ConsoleExamples consoleExamples(ApplicationContext context) {
    return ConsoleExamples.fill(context);
  }

  @Bean
  CampaignExamples campaignExamples(
      Visits visits,
      ConsoleExamples examples,
      Campaigns campaigns,
      Accounts accounts,
      OrgUnits units,
      JdbcClient jdbc) {
    return new CampaignExamples(visits, examples, campaigns, accounts, units, jdbc);
  }
}
