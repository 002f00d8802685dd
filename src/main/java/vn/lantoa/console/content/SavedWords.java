package vn.lantoa.console.content;

import vn.lantoa.console.frame.Flash;
import vn.lantoa.content.ContentLibrary.Taken;

/// Says after saving what has become of the item, and only that.
final class SavedWords {

  private SavedWords() {}

  /// @param taken with an item
  static Flash of(Taken taken) {
    boolean approved = taken.item().orElseThrow().isApproved();
    if (taken.changed()) {
      return Flash.good(approved ? "content.saved-approved" : "content.saved");
    }
    if (taken.resubmitted()) {
      return Flash.good("content.resubmitted");
    }
    return Flash.good(approved ? "content.unchanged-approved" : "content.unchanged");
  }
}
