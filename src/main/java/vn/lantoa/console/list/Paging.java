package vn.lantoa.console.list;

import org.jspecify.annotations.Nullable;

/// The stretch of a list a page shows, and the way to the ones beside it.
///
/// @param number from 1; 0: the stretches have no numbers
/// @param back address of the stretch before, or of the beginning where there are no numbers; null:
///   this is it
/// @param on address of the next one; null: this is the end
public record Paging(int number, @Nullable String back, @Nullable String on) {

  /// Rows of a page.
  public static final int SIZE = 25;

  public boolean isNeeded() {
    return back != null || on != null;
  }
}
