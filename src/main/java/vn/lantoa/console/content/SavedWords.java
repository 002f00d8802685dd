package vn.lantoa.console.content;

import vn.lantoa.console.frame.Flash;
import vn.lantoa.content.ContentLibrary.Taken;
import vn.lantoa.content.ContentStatus;

/// Says after saving what has become of the item, and only that.
final class SavedWords {

  private SavedWords() {}

  /// @param taken with an item
  static Flash of(Taken taken) {
    var item = taken.item().orElseThrow();
    boolean approved = item.latestStatus() == ContentStatus.APPROVED;
    if (taken.changed()) {
      return Flash.good(
          approved
              ? "content.saved-approved"
              : item.proposal().isPresent() ? "content.saved-beside" : "content.saved");
    }
    if (taken.resubmitted()) {
      return Flash.good("content.resubmitted");
    }
    return Flash.good(approved ? "content.unchanged-approved" : "content.unchanged");
  }
}
