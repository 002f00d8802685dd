package vn.lantoa.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.org.OrgUnit.Kind;

/// All units.
public interface OrgUnits {

  /// Adds a unit. A name that is short enough becomes its short name, too.
  ///
  /// @throws vn.lantoa.common.Refusal `unit.code-taken` when another unit has this code,
  ///   `unit.kind-misplaced`, `unit.name-of-another`, `unit.name-letters`, and those of
  ///   [vn.lantoa.common.PlainLine]
  OrgUnit add(@Nullable Long parentId, Kind kind, String code, String name, LocalDate validFrom);

  /// Gives a unit the name it signs an SMS with; empty takes it away.
  ///
  /// @throws vn.lantoa.common.Refusal `unit.short-name-long`, `unit.name-of-another`,
  ///   `unit.name-letters`, `unit.unknown`, and those of [vn.lantoa.common.PlainLine]
  OrgUnit shorten(long id, String shortName);

  /// @throws vn.lantoa.common.Refusal `unit.unknown`
  OrgUnit get(long id);

  /// The unit with the short name it had at a moment.
  ///
  /// @param moment null: now
  /// @throws vn.lantoa.common.Refusal `unit.unknown`
  OrgUnit asOf(long id, @Nullable Instant moment);

  Optional<OrgUnit> byCode(String code);

  /// Every unit that exists today, parents before children, siblings by name.
  List<OrgUnit> all();

  /// The unit and everything below it, the unit first.
  List<OrgUnit> subtree(long rootId);

  /// Whether `unitId` is `rootId` or lies below it.
  boolean isWithin(long unitId, long rootId);

  /// Whether nothing is above it.
  boolean isTop(long unitId);

  /// The units above this one, the top first, the unit itself last.
  List<OrgUnit> path(long unitId);
}
