package vn.lantoa.org;

/// A unit signs otherwise, or publishes in one place more: what somebody reads to approve it is not
/// what it was.
public record SenderChanged(long unitId) {}
