package vn.lantoa.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.common.EmailAddress;

/// The e-mail addresses in one cell: bare, as a link, or with the name before them.
///
/// @param addresses in their order; empty in an element: something else stood there
record EmailCell(List<Optional<EmailAddress>> addresses) {

  private static final Pattern IN_BRACKETS = Pattern.compile("[^<>;,]*<([^<>]+)>");
  private static final Pattern BETWEEN = Pattern.compile("[;,/|\\s]+");

  static EmailCell of(String cell) {
    var text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    if (Blank.is(text)) {
      return new EmailCell(List.of());
    }
    var bare = IN_BRACKETS.matcher(text).replaceAll(" $1 ").strip();
    return new EmailCell(
        Arrays.stream(BETWEEN.split(bare))
            .map(EmailCell::withoutFrame)
            .filter(part -> !part.isEmpty())
            .map(EmailAddress::parse)
            .distinct()
            .toList());
  }

  private static String withoutFrame(String part) {
    return part.replaceAll("(?i)^['\"(]*(?:mailto:)?|['\").]+$|\\?.*$", "");
  }
}
