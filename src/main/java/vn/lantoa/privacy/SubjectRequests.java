package vn.lantoa.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;

/// The register of what people ask about their data. By Nghị định 356/2025/NĐ-CP an answer is due
/// within two working days, the thing itself within fifteen days, once extended by fifteen more.
public interface SubjectRequests {

  int ANSWER_WORKING_DAYS = 2;
  int DONE_DAYS = 15;

  long open(NewRequest request, Actor actor);

  Optional<SubjectRequest> find(long id);

  /// It was made sure who asks.
  ///
  /// @throws vn.lantoa.common.Refusal `privacy.request-closed`
  void verify(long id, String proof);

  /// The person was told that it came, and what follows.
  ///
  /// @throws vn.lantoa.common.Refusal `privacy.request-closed`
  void answer(long id);

  /// @throws vn.lantoa.common.Refusal `privacy.request-closed`, `privacy.extended-already`
  void extend(long id, String why);

  /// @param status what became of it
  /// @throws vn.lantoa.common.Refusal `privacy.request-closed`
  void close(long id, RequestStatus status, String outcome);

  /// Of the unit and below, the most urgent first; closed ones by the day they were closed.
  List<SubjectRequest> within(Wanted wanted, int offset, int limit);

  long count(Wanted wanted);

  /// Of one person, newest first.
  List<SubjectRequest> of(long recipientId);

  /// How many wait for an answer or for being done, and what is late.
  Due due(long unitId);

  /// How many are late, of all units.
  long overdue();

  /// @param receivedAt not in the future
  record NewRequest(
      RequestKind kind,
      long unitId,
      @Nullable Long recipientId,
      Instant receivedAt,
      RequestWay way,
      String proof,
      String wish) {}

  /// @param kind null: any
  record Wanted(long unitId, RequestStatus status, @Nullable RequestKind kind) {}

  /// @param soon to be answered by tomorrow, or done within three days
  record Due(long overdue, long soon) {}
}
