package vn.lantoa.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that a device of the person keeps, as he is shown it himself.
///
/// @param label what he calls it
/// @param lastUsedAt null: never
public record Passkey(long id, String label, Instant madeAt, @Nullable Instant lastUsedAt) {}
