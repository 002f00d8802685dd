package vn.lantoa.console.frame;

import java.util.function.Function;

/// The words and the colours of one set of states. The room that shows them says so by a bean of
/// this type; every page can then show such a state by its label and tone.
///
/// @param prefix of their keys in the messages, the name of the state follows: `status.content.`
public record StateWords<E extends Enum<E>>(Class<E> type, String prefix, Function<E, Tone> tones) {

  /// For words that need no colour: kinds and roles.
  public static <E extends Enum<E>> StateWords<E> plain(Class<E> type, String prefix) {
    return new StateWords<>(type, prefix, _ -> Tone.CALM);
  }

  String key(Enum<?> state) {
    return prefix + state.name();
  }

  Tone tone(Enum<?> state) {
    return tones.apply(type.cast(state));
  }
}
