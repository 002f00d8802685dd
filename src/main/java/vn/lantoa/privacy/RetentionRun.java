package vn.lantoa.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What ended of one kind on one day.
///
/// @param before what is older ends
/// @param planned how many rows these were when the day began
/// @param done how many of them have ended
/// @param finishedAt null: it goes on
public record RetentionRun(
    LocalDate day,
    String kind,
    Instant before,
    long planned,
    long done,
    @Nullable Instant finishedAt) {}
