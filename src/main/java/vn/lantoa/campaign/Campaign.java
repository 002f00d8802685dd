package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goal, its waves, and who approved them.
///
/// @param version raised by every change; an approver approves the version he saw
/// @param note why it was returned, paused, cancelled or sent back to approval: the words of a
///   person, or `@key` of the messages (`note.<key>`) when the program did it; empty otherwise
public record Campaign(
    long id,
    long unitId,
    String name,
    CampaignStatus status,
    int version,
    @Nullable Long authorId,
    String author,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable String approver,
    @Nullable Instant approvedAt,
    String note,
    @Nullable Instant finishedAt,
    List<Wave> waves) {}
