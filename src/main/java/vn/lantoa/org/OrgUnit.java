package vn.lantoa.org;

import java.time.LocalDate;
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

  public enum Kind {
    MINISTRY,
    PROVINCE,
    DEPARTMENT,
    COMMUNE,
    SCHOOL,
    NEIGHBOURHOOD
  }
}
