package vn.lantoa.roster;

import java.time.Instant;

/// A file that was taken in.
public record Past(
    String fileName,
    String actor,
    Instant at,
    int added,
    int changed,
    int unchanged,
    int refused) {}
