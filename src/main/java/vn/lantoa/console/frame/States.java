package vn.lantoa.console.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The words of all states that any room shows.
@Component
final class States {

  private final Map<Class<?>, StateWords<?>> words;

  States(List<StateWords<?>> words) {
    this.words = words.stream().collect(Collectors.toMap(StateWords::type, Function.identity()));
  }

  String key(Enum<?> state) {
    return of(state).key(state);
  }

  Tone tone(Enum<?> state) {
    return of(state).tone(state);
  }

  private StateWords<?> of(Enum<?> state) {
    var found = words.get(state.getDeclaringClass());
    if (found == null) {
      throw new IllegalStateException(
          "No room has words for " + state.getDeclaringClass().getName() + ": add StateWords");
    }
    return found;
  }
}
