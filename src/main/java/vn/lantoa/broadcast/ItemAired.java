package vn.lantoa.broadcast;

import java.time.Instant;

/// A school confirmed that it aired an item. Published in the transaction of the confirmation.
///
/// @param delivery the delivery the item came with
public record ItemAired(long delivery, Instant airedAt) {}
