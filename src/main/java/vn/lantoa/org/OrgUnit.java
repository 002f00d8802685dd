package vn.lantoa.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A unit of the administration, at any depth of the tree. Since 1/7/2025 there are no districts:
/// province, commune or ward, then school or neighbourhood.
///
/// @param code what people and import files call it, unique
/// @param validTo the last day it existed; null while it exists
public record OrgUnit(
    long id,
    @Nullable Long parentId,
    Kind kind,
    String code,
    String name,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public enum Kind {
    MINISTRY,
    PROVINCE,
    DEPARTMENT,
    COMMUNE,
    SCHOOL,
    NEIGHBOURHOOD
  }
}
