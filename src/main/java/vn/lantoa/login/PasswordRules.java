package vn.lantoa.login;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.matching.match.DictionaryMatch;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.scoring.Result;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;

/// What a password may be that a person chooses for himself (NIST SP 800-63B, 3.1.1.2): long
/// enough, and not what is guessed first. No rule about digits or signs, which only make people
/// write `Matkhau@123`; sentences are welcome, in Vietnamese with all marks.
@Component
class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /// Guesses, in the order a clever guesser makes them: at one a minute from each address he needs
  /// years, and days with a stolen hash. `Matkhau@2026` is found in thousands.
  private static final BigDecimal ENOUGH = BigDecimal.valueOf(1_000_000_000L);

  /// What follows a strong beginning makes nothing weaker, and looking at it takes long.
  private static final int LOOKED_AT = 40;

  private static final String OWN = "own";
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final OrgUnits units;

  PasswordRules(OrgUnits units) {
    this.units = units;
  }

  /// @throws Refusal `password.short` (at least), `password.long` (at most), `password.blank`,
  ///   `password.own-words`, `password.common`
  void check(String password, Account who) {
    var composed = Normalizer.normalize(password, Normalizer.Form.NFC);
    if (composed.isBlank()) {
      throw new Refusal("password.blank", SHORTEST);
    }
    int length = composed.codePointCount(0, composed.length());
    if (length < SHORTEST) {
      throw new Refusal("password.short", SHORTEST);
    }
    if (length > LONGEST) {
      throw new Refusal("password.long", LONGEST);
    }
    var own = ownWords(who);
    forms(composed)
        .map(form -> estimate(form, own))
        .filter(result -> result.getGuesses().compareTo(ENOUGH) < 0)
        .findFirst()
        .ifPresent(result -> {
          throw new Refusal(isOfOwnWords(result) ? "password.own-words" : "password.common");
        });
  }

  /// As it is, and as it reads without marks, with and without what stands between the words.
  private static Stream<String> forms(String password) {
    var folded = Folded.of(password);
    return Stream.of(password, folded, NO_LETTER.matcher(folded).replaceAll(""))
        .map(form -> form.substring(0, Math.min(LOOKED_AT, form.length())))
        .distinct();
  }

  private static Result estimate(String form, Dictionary own) {
    var dictionaries =
        Stream.concat(CommonPasswords.dictionaries().stream(), Stream.of(own)).toList();
    return new Nbvcxz(
            new ConfigurationBuilder().setDictionaries(dictionaries).createConfiguration())
        .estimate(form);
  }

  private static boolean isOfOwnWords(Result result) {
    return result.getMatches().stream()
        .anyMatch(
            match -> match instanceof DictionaryMatch word && word.getDictionaryName().equals(OWN));
  }

  /// What who knows the person tries first: his name, his office's, and the program's.
  private Dictionary ownWords(Account who) {
    var unit = units.get(who.homeUnitId());
    var email = who.email() == null ? "" : who.email();
    List<String> texts =
        List.of(who.name(), who.username(), email, unit.name(), unit.code(), "Lan Tỏa");
    return CommonPasswords.dictionary(OWN, texts.stream().flatMap(CommonPasswords::words));
  }
}
