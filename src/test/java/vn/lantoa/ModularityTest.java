package vn.lantoa;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The floors of the house: calls go down, exactly as each package says. Draws them, too.
class ModularityTest {

  private final ApplicationModules modules = ApplicationModules.of(LantoaApplication.class);

  @Test
  void callsGoDownOnly() {
    modules.verify();
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
