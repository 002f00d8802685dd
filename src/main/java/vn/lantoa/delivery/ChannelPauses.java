package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Channels nothing may leave on for now.
public interface ChannelPauses {

  /// Stops it. What a person stops, though the program had stopped it before, is stopped by the
  /// person.
  void pause(Channel channel, String reason, Actor actor);

  /// Opens it, whoever had stopped it.
  void resume(Channel channel, Actor actor);

  /// Opens it where the program had stopped it by itself.
  ///
  /// @throws vn.lantoa.common.Refusal `channel.stopped-by-person`
  void resumeAfterFault(Channel channel, Actor actor);

  List<Pause> all();

  /// @param byPerson whether somebody stopped it, and not the program
  record Pause(Channel channel, String reason, Instant since, boolean byPerson) {}
}
