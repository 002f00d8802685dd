package vn.lantoa.org;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit of the administration, at any depth of the tree. Since 1/7/2025 there are no districts:
/// province, commune or ward, then school or neighbourhood.
///
/// @param code what people and import files call it, unique
/// @param shortName what it calls itself in an SMS, at most [#LONGEST_SHORT_NAME] characters;
///   empty: it has none
/// @param validTo the last day it existed; null while it exists
public record OrgUnit(
    long id,
    @Nullable Long parentId,
    Kind kind,
    String code,
    String name,
    String shortName,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /// With a longer name no useful text fits two parts of an SMS with Vietnamese marks (2 × 67).
  public static final int LONGEST_SHORT_NAME = 21;

  OrgUnit called(String otherShortName) {
    return new OrgUnit(id, parentId, kind, code, name, otherShortName, validFrom, validTo);
  }

  public enum Kind {
    MINISTRY,
    PROVINCE,
    DEPARTMENT,
    COMMUNE,
    SCHOOL,
    NEIGHBOURHOOD;

    /// Whether a unit of this kind may lie below one of that kind: of the same level or a lower
    /// one, as they stand here. Nothing but their own parts lies below schools and neighbourhoods.
    boolean mayBeBelow(Kind above) {
      return above.compareTo(SCHOOL) >= 0 ? this == above : compareTo(above) >= 0;
    }

    /// What may lie below it.
    public List<Kind> below() {
      return Arrays.stream(values()).filter(kind -> kind.mayBeBelow(this)).toList();
    }
  }
}
