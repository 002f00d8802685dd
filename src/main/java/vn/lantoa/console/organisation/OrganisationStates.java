package vn.lantoa.console.organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Grants;
import vn.lantoa.security.Role;

/// How kinds of units and roles of people are said.
@Configuration(proxyBeanMethods = false)
class OrganisationStates {

  @Bean
  static StateWords<OrgUnit.Kind> unitKindWords() {
    return StateWords.plain(OrgUnit.Kind.class, "unit-kind.");
  }

  @Bean
  static StateWords<Grants.State> grantWords() {
    return new StateWords<>(
        Grants.State.class,
        "grant-state.",
        state ->
            switch (state) {
              case HELD -> Tone.GOOD;
              case TO_COME -> Tone.BUSY;
              case OVER -> Tone.CALM;
            });
  }

  @Bean
  static StateWords<Role> roleWords() {
    return StateWords.plain(Role.class, "role.");
  }
}
