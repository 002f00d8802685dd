package vn.lantoa.audience;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// People who go from one unit to another that has no right in the first: the new one asks, the old
/// one answers, and only then somebody moves, with his consents and his history.
public interface Transfers {

  /// Asks every unit beyond the scope that has this person, each once. Whoever asks learns nothing
  /// by it, not even whether anybody was asked.
  ///
  /// @param name as it is written there, but for capitals and marks
  void ask(long toUnitId, String name, Channel channel, String address, Scope scope, Actor actor);

  /// Requests for people of the scope that nobody has answered, the oldest first, at most 100.
  List<Request> waiting(Scope scope);

  long count(Scope scope);

  Optional<Request> find(long id);

  /// Moves the person, or leaves him where he is. Whom the new unit has on its list already, under
  /// the same name and address, becomes one with him, by the stricter of their consents.
  ///
  /// @throws vn.lantoa.common.Refusal `people.transfer-answered` when it was answered already
  void answer(long id, boolean agreed, Actor actor);

  /// @param unitId of the person as of now
  /// @param asker who asked
  record Request(
      long id,
      long recipientId,
      String name,
      long unitId,
      String unit,
      long toUnitId,
      String toUnit,
      String asker,
      Instant at) {}
}
