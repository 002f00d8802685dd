package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lantoa.audience.Recipients;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.testing.TestServer;

class SampleOrganisationTest {

  private static final int PEOPLE = 90;

  @Test
  void isAnOrganisationThatCanExist() {
    try (var server = TestServer.start(Map.of())) {
      var top = new SampleOrganisation(server.context()).load(PEOPLE);

      var units = server.get(OrgUnits.class).all();
      assertThat(top.kind()).isEqualTo(Kind.PROVINCE);
      assertThat(units).filteredOn(unit -> unit.parentId() == null).containsExactly(top);
      assertThat(units)
          .filteredOn(unit -> unit.kind() == Kind.DEPARTMENT || unit.kind() == Kind.COMMUNE)
          .allSatisfy(unit -> assertThat(unit.parentId()).isEqualTo(top.id()));
      assertThat(schools(units, "THPT")).containsOnly(Kind.DEPARTMENT);
      assertThat(schools(units, "THCS")).containsOnly(Kind.COMMUNE);
      assertThat(schools(units, "Tiểu học")).containsOnly(Kind.COMMUNE);
      assertThat(units)
          .extracting(OrgUnit::name)
          .anyMatch(name -> name.startsWith("UBND xã"))
          .anyMatch(name -> name.startsWith("UBND phường"))
          .anyMatch(name -> name.startsWith("UBND đặc khu"))
          .doesNotHaveDuplicates();
      saysHowManyThereAre(server, units);
      reachesEverybody(server, top);
      isLoadedOnce(server, top, units.size());
    }
  }

  /// A demo that was left half-way by an earlier version, whose sample had a department at its top.
  @Test
  void leavesTheSampleOfAnEarlierVersionAsItIs() {
    try (var server = TestServer.start(Map.of())) {
      var units = server.get(OrgUnits.class);
      var former = units.add(null, Kind.DEPARTMENT, "SO-GDDT", "Sở cũ", LocalDate.of(2025, 7, 1));

      assertThat(new SampleOrganisation(server.context()).load(PEOPLE)).isEqualTo(former);

      assertThat(units.all()).containsExactly(former);
    }
  }

  private static List<Kind> schools(List<OrgUnit> units, String level) {
    var kinds = units.stream().collect(Collectors.toMap(OrgUnit::id, OrgUnit::kind));
    return units.stream()
        .filter(unit -> unit.name().startsWith("Trường " + level))
        .map(unit -> kinds.get(unit.parentId()))
        .toList();
  }

  private static void saysHowManyThereAre(TestServer server, List<OrgUnit> units) {
    var counts =
        units.stream().collect(Collectors.groupingBy(OrgUnit::kind, Collectors.counting()));
    var stations = server.get(Stations.class).within(units.getFirst().id()).size();

    assertThat(Words.of("cli.demo.loading", (long) PEOPLE).replaceAll("\\D+", " ").strip())
        .isEqualTo(
            "%d %d %d %d %d",
            counts.get(Kind.PROVINCE),
            counts.get(Kind.DEPARTMENT),
            counts.get(Kind.COMMUNE),
            stations,
            PEOPLE);
  }

  private static void reachesEverybody(TestServer server, OrgUnit top) {
    assertThat(
            new SampleOrganisation(server.context()).account(SampleOrganisation.OFFICER).grants())
        .allSatisfy(grant -> assertThat(grant.unitId()).isEqualTo(top.id()));
    assertThat(server.get(Recipients.class).count(top.id())).isEqualTo(PEOPLE);
  }

  private static void isLoadedOnce(TestServer server, OrgUnit top, int units) {
    assertThat(new SampleOrganisation(server.context()).load(PEOPLE)).isEqualTo(top);
    assertThat(server.get(OrgUnits.class).all()).hasSize(units);
  }
}
