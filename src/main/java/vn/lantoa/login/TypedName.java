package vn.lantoa.login;

import java.util.regex.Pattern;
import vn.lantoa.security.Accounts;

/// What somebody typed as his name, fit to be looked up, counted and kept in a trail: not longer
/// than any name is, and without characters no name has and no database takes.
final class TypedName {

  private static final int LONGEST = 100;
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private TypedName() {}

  static String of(String typed) {
    var name = Accounts.canonical(typed.substring(0, Math.min(2 * LONGEST, typed.length())));
    // A pair of surrogates that the cut has torn is no text either.
    return NO_TEXT.matcher(name.substring(0, Math.min(LONGEST, name.length()))).replaceAll("?");
  }
}
