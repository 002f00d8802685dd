package vn.lantoa.audience;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Who agreed to be written to, and who did not.
public interface Consents {

  /// Withdraws consent on every channel and suppresses every address of the recipient.
  void optOut(long recipientId, String source, Actor actor);

  /// Records consent anew on every channel and lifts opt-outs; a hard bounce or the state's
  /// register stays.
  void optIn(long recipientId, String source, Actor actor);

  /// What the recipient agreed to and withdrew, newest first, at most 100.
  List<Event> history(long recipientId);

  /// @param source where it was said
  /// @param actor who wrote it down
  record Event(Channel channel, boolean given, String source, String actor, Instant at) {}
}
