package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Not part of the gate, which has no network: asks the open database of weaknesses about every
/// library of ours and writes what it says into `src/supply/advisories.yaml`. `mvn test
/// -Dtest=RefreshAdvisories`, before a release and whenever there is time; then [AdvisoriesTest].
class RefreshAdvisories {

  @Test
  void asksTheOpenDatabase() throws Exception {
    var base = URI.create(System.getProperty("osv", "https://api.osv.dev"));
    var components = BillOfMaterials.components();
    var found = new Osv(base, LocalDate.now(ZoneOffset.UTC)).against(components);
    var known = SupplyFile.read(KnownAdvisories.ADVISORIES, Advisory.class);

    var merged = merged(known, found);
    SupplyFile.write(KnownAdvisories.ADVISORIES, merged);

    assertThat(SupplyFile.read(KnownAdvisories.ADVISORIES, Advisory.class)).isEqualTo(merged);
  }

  /// What was known stays, also when it hits nothing of ours today: tomorrow somebody may go back
  /// to an older version. What the database says otherwise takes its place, with a new date.
  static List<Advisory> merged(List<Advisory> known, List<Advisory> found) {
    var news = found.stream().filter(one -> known.stream().noneMatch(one::saysTheSame)).toList();
    var merged = new ArrayList<>(known);
    merged.removeIf(one -> news.stream().anyMatch(one::isAbout));
    merged.addAll(news);
    return List.copyOf(merged);
  }
}
