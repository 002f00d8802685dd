package vn.lantoa.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import vn.lantoa.common.Folded;

/// What passwords are mostly made of: the lists that come with nbvcxz, of English words, names and
/// passwords that were stolen, and `common-passwords.txt` of what Vietnamese people choose.
final class CommonPasswords {

  private static final String FILE = "common-passwords.txt";

  /// Shorter words say nothing: two letters are in everything.
  private static final int SHORTEST_WORD = 3;

  private CommonPasswords() {}

  /// Read at the first use: nearly 20 MB, which a server that only sends does not need.
  static List<Dictionary> dictionaries() {
    return Held.ALL;
  }

  private static final class Held {
    static final List<Dictionary> ALL =
        Stream.concat(
                ConfigurationBuilder.getDefaultDictionaries().stream(),
                Stream.of(dictionary("vietnamese", lines())))
            .toList();
  }

  /// @param words the likeliest first
  static Dictionary dictionary(String name, Stream<String> words) {
    var ranks = new HashMap<String, Integer>();
    words.forEach(word -> ranks.putIfAbsent(word, ranks.size() + 1));
    return new Dictionary(name, ranks, false);
  }

  /// Its words without marks: one by one, two by two as names go, and all together.
  static Stream<String> words(String text) {
    var words = List.of(Folded.id(text).split("-"));
    var pairs =
        Stream.iterate(1, i -> i < words.size(), i -> i + 1)
            .map(i -> words.get(i - 1) + words.get(i));
    return Stream.of(Stream.of(String.join("", words)), words.stream(), pairs)
        .flatMap(some -> some)
        .filter(word -> word.length() >= SHORTEST_WORD);
  }

  private static Stream<String> lines() {
    try (InputStream file =
        Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Folded.of(line).replace(" ", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
