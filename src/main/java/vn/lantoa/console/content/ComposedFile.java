package vn.lantoa.console.content;

import java.util.NavigableMap;
import vn.lantoa.common.Finding;

/// A file and which field each of its lines came from.
///
/// @param fields first line → field; a line belongs to the nearest entry before it
record ComposedFile(String markdown, NavigableMap<Integer, String> fields) {

  String fieldOf(Finding finding) {
    if (finding.key().endsWith("source-missing")) {
      return "source";
    }
    if (finding.key().endsWith("no-section")) {
      return "renditions";
    }
    var entry = fields.floorEntry(finding.line());
    return entry == null ? "title" : entry.getValue();
  }
}
