package vn.lantoa.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person asked of who holds his data.
///
/// @param recipientId null: nobody on the lists; the person may be gone meanwhile
/// @param proof how it was made sure who asks
/// @param wish in the person's words
/// @param answerBy the last day to answer that it came, and what follows
/// @param doneBy the last day to do it
/// @param extendedWhy null: it was not extended
/// @param actor who wrote it down
public record SubjectRequest(
    long id,
    RequestKind kind,
    RequestStatus status,
    long unitId,
    @Nullable Long recipientId,
    Instant receivedAt,
    RequestWay way,
    String proof,
    String wish,
    LocalDate answerBy,
    @Nullable Instant answeredAt,
    LocalDate doneBy,
    @Nullable String extendedWhy,
    @Nullable Instant closedAt,
    String outcome,
    String actor) {

  public boolean isOpen() {
    return status == RequestStatus.OPEN;
  }

  /// Whether a day has passed by which something was to be done.
  public boolean isOverdue(LocalDate today) {
    return isOpen() && nextDay().isBefore(today);
  }

  /// By when the next step is to be done.
  public LocalDate nextDay() {
    return answeredAt == null && answerBy.isBefore(doneBy) ? answerBy : doneBy;
  }
}
