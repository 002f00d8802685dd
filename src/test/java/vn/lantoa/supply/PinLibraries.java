package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Not part of the gate: takes the libraries as they are now, after `pom.xml` has changed. `mvn
/// test -Dtest=PinLibraries`, then look at the difference: nothing but what was meant may have
/// changed.
class PinLibraries {

  @Test
  void takesThemAsTheyAre() throws Exception {
    var bill = BillOfMaterials.digests();

    PinnedLibraries.write(PinnedLibraries.FILE, bill);

    assertThat(PinnedLibraries.read().objections(bill)).isEmpty();
  }
}
