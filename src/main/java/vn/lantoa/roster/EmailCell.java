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
  private static final Pattern AROUND_AT = Pattern.compile("\\s*@\\s*");
  private static final Pattern BETWEEN = Pattern.compile("[;,/|\\s]+");

  static EmailCell of(String cell) {
    var plainly = EmailAddress.parse(cell);
    return plainly.isPresent() ? new EmailCell(List.of(plainly)) : written(cell);
  }

  private static EmailCell written(String cell) {
    var text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    if (Blank.is(text)) {
      return new EmailCell(List.of());
    }
    var bare = IN_BRACKETS.matcher(text).replaceAll(" $1 ").strip();
    var parts =
        Arrays.stream(BETWEEN.split(AROUND_AT.matcher(bare).replaceAll("@")))
            .map(EmailCell::withoutFrame)
            .filter(part -> !part.isEmpty())
            .toList();
    // Beside an address, the rest says whose it is.
    boolean named = parts.stream().anyMatch(part -> part.indexOf('@') >= 0);
    return new EmailCell(
        parts.stream()
            .filter(part -> !named || part.indexOf('@') >= 0)
            .map(EmailAddress::parse)
            .distinct()
            .toList());
  }

  private static String withoutFrame(String part) {
    return part.replaceAll("(?i)^['\"(]*(?:mailto:)?|['\").]+$|\\?.*$", "");
  }
}
