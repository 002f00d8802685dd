package vn.lantoa.delivery;

/// For whom a message of a unit counts: for the unit itself, and for each above it that somebody
/// set a quota for.
///
/// @param unitId the unit that speaks
/// @param countingId itself, or one above
/// @param perDay messages of all that count for it
record QuotaLimit(long unitId, long countingId, long perDay) {}
