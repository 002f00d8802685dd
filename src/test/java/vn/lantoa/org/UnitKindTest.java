package vn.lantoa.org;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.org.OrgUnit.Kind;

class UnitKindTest {

  @Test
  void nothingLiesBelowALowerLevel() {
    assertThat(Kind.SCHOOL.below()).containsExactly(Kind.SCHOOL);
    assertThat(Kind.COMMUNE.below()).containsExactly(Kind.COMMUNE, Kind.SCHOOL, Kind.NEIGHBOURHOOD);
    assertThat(Kind.DEPARTMENT.below()).doesNotContain(Kind.MINISTRY, Kind.PROVINCE);
    assertThat(Kind.MINISTRY.below()).containsExactly(Kind.values());
  }
}
