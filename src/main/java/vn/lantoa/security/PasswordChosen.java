package vn.lantoa.security;

/// A person has a password of his own now, and the one before it leads nowhere.
public record PasswordChosen(long accountId, String username) {}
