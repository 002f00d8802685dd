package vn.lantoa.common;

/// This process among those that share a database: the owner of what it claims. The id is kept in
/// the data folder, which one process holds at a time, so after a crash the next start knows which
/// claims were its own.
public record Node(String id) {}
