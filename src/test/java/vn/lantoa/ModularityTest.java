package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import vn.lantoa.testing.SourceFile;

/// The floors of the house: calls go down, exactly as each package says. Draws them, too.
class ModularityTest {
  static {
    // A module is a package that says so, at any depth: rooms of the console are modules, too.
    System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
  }

  private final ApplicationModules modules = ApplicationModules.of(LantoaApplication.class);

  @Test
  void callsGoDownOnly() {
    modules.verify();
    new Documenter(modules)
        .writeModulesAsPlantUml(
            DiagramOptions.defaults()
                .withDefaultDisplayName(module -> module.getIdentifier().toString()));
  }

  @Test
  void everyClassIsInAModule() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains("common", "lab.faults", "cli");
    assertThat(SourceFile.main())
        .filteredOn(file -> !file.packageName().isEmpty())
        .allMatch(
            file -> modules.getModuleForPackage("vn.lantoa." + file.packageName()).isPresent());
  }
}
