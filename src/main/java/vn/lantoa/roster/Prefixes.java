package vn.lantoa.roster;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Prefixes of mobile telephones, without the zero before them.
final class Prefixes {

  /// Given up in 2018, each for two digits.
  private static final Map<String, String> GIVEN_UP =
      Arrays.stream(
              ("120=70 121=79 122=77 126=76 128=78 123=83 124=84 125=85 127=81 129=82 "
                      + "162=32 163=33 164=34 165=35 166=36 167=37 168=38 169=39 "
                      + "186=56 188=58 199=59")
                  .split(" "))
          .collect(Collectors.toMap(pair -> pair.substring(0, 3), pair -> pair.substring(4)));

  private static final Set<String> PRESENT =
      Set.of(
          ("32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 "
                  + "81 82 83 84 85 86 87 88 89 90 91 92 93 94 96 97 98 99")
              .split(" "));

  private Prefixes() {}

  static boolean isMobile(String national) {
    return national.length() == 9 && PRESENT.contains(national.substring(0, 2));
  }

  /// What a number of before 2018 is now.
  static Optional<String> present(String national) {
    return national.length() == 10
        ? Optional.ofNullable(GIVEN_UP.get(national.substring(0, 3)))
            .map(prefix -> prefix + national.substring(3))
        : Optional.empty();
  }
}
