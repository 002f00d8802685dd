package vn.lantoa.org;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.org.OrgUnit.Kind;

/// A department, two communes and a school in each.
public record OrgExamples(
    OrgUnits units,
    OrgUnit department,
    OrgUnit commune,
    OrgUnit school,
    OrgUnit otherCommune,
    OrgUnit otherSchool) {

  public static OrgExamples in(JdbcClient jdbc) {
    var units = new JdbcOrgUnits(jdbc, _ -> {}, InstantSource.system());
    var since = LocalDate.of(2025, 7, 1);
    var department = units.add(null, Kind.DEPARTMENT, "SO", "Sở", since);
    var commune = units.add(department.id(), Kind.COMMUNE, "XA1", "Xã Một", since);
    var other = units.add(department.id(), Kind.COMMUNE, "XA2", "Xã Hai", since);
    return new OrgExamples(
        units,
        department,
        commune,
        units.add(commune.id(), Kind.SCHOOL, "T1", "Trường Một", since),
        other,
        units.add(other.id(), Kind.SCHOOL, "T2", "Trường Hai", since));
  }
}
