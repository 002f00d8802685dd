package vn.lantoa.console;

import java.time.Instant;

/// A file that was taken in earlier.
public record PastImport(
    String fileName,
    String actor,
    Instant at,
    int added,
    int changed,
    int unchanged,
    int refused) {}
