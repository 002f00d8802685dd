package vn.lantoa.security;

/// Somebody is in: the password was right, and so was the second factor where there is one.
///
/// @param address of the network he comes from
/// @param agent what his browser calls itself
public record LoggedIn(long accountId, String username, String address, String agent) {}
