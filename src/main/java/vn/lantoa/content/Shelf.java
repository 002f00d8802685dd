package vn.lantoa.content;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where somebody puts what he writes.
///
/// @param unitId the unit a new item belongs to; null: the library all units share
/// @param mayChange whether he may change items of that unit; null is the shared library again
public record Shelf(@Nullable Long unitId, Predicate<@Nullable Long> mayChange) {

  /// The library all units share, in the hands of the program: its folder of files.
  public static final Shelf SHARED = new Shelf(null, _ -> true);
}
