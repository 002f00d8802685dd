package vn.lantoa.common;

import org.jspecify.annotations.Nullable;

/// In which order a list is wanted: by one of the names its owner knows. Whoever reads the rows
/// puts something unique behind it, so that two pages never share a row.
///
/// @param by a name of the owner's list; what he does not know is as if nothing was asked
/// @param down the greatest first
public record Order(String by, boolean down) {

  /// From an address: `ten` is up, `-ten` is down.
  ///
  /// @param asked null or empty: nothing was asked
  public static Order of(@Nullable String asked, Order otherwise) {
    if (asked == null || asked.isEmpty()) {
      return otherwise;
    }
    return asked.startsWith("-") ? new Order(asked.substring(1), true) : new Order(asked, false);
  }

  /// As it stands in an address.
  public String asked() {
    return down ? "-" + by : by;
  }
}
