package vn.lantoa.audience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// Who agreed to be written to, and who did not.
public interface Consents {

  /// Why consent ended with nobody saying so: he was written down as a child, and it had not been a
  /// parent who agreed.
  String NOW_A_CHILD = "now-a-child";

  /// Withdraws consent on every channel and suppresses every address of the recipient, for the
  /// people of his unit and of those units of the scope that it lies in: on the list of another the
  /// address may be another person's.
  ///
  /// @param scope of who writes it down
  void optOut(long recipientId, String source, Scope scope, Actor actor);

  /// For the people of his unit.
  default void optOut(long recipientId, String source, Actor actor) {
    optOut(recipientId, source, Scope.NAMED_UNIT, actor);
  }

  /// Says more about the consent that was written down for the recipient in this transaction.
  void prove(long recipientId, ConsentProof proof);

  /// Records consent anew on every channel that is not refused, and lifts refusals first that staff
  /// of the scope wrote down. What the person himself refused he alone takes back, by his link; a
  /// hard bounce or the state's register stays, too.
  ///
  /// @throws vn.lantoa.common.Refusal `people.refused-himself` when every channel stays refused
  void optIn(long recipientId, ConsentProof proof, Scope scope, Actor actor);

  /// Refusals that stand against the recipient's addresses.
  ///
  /// @param scope of the reader
  List<Refused> refusals(long recipientId, Scope scope);

  /// What the recipient agreed to and withdrew, newest first, at most 100.
  List<Event> history(long recipientId);

  /// @param by null: not written down; likewise way
  /// @param textVersion of the text he was shown; empty: not known
  /// @param source where it was said
  /// @param actor who wrote it down
  record Event(
      Channel channel,
      boolean given,
      Purpose purpose,
      @Nullable GivenBy by,
      @Nullable ConsentWay way,
      String textVersion,
      String source,
      String evidence,
      String actor,
      Instant at) {}

  /// @param source where it was said; empty where the reader may not lift it: other units are not
  ///   told of
  /// @param liftable whether staff of the scope wrote it down, who may write down consent anew
  /// @param himself whether the person said so by his own link, telephone or form
  record Refused(
      Channel channel, Instant since, String source, boolean liftable, boolean himself) {}
}
