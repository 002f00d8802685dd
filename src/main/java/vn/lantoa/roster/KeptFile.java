package vn.lantoa.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file somebody sent.
///
/// @param unitId where rows without a unit belong, and the top of the subtree a row may name
/// @param accountId whose it is
/// @param taken what it came to; null: it was only looked at
public record KeptFile(
    long id,
    long unitId,
    @Nullable Long accountId,
    String fileName,
    Instant at,
    Choices choices,
    @Nullable Past taken) {}
