package vn.lantoa.security;

/// Somebody left by himself.
public record LoggedOut(long accountId, String username) {}
