package vn.lantoa.login;

import java.time.Instant;

/// Somebody logged in somewhere, as he is shown it himself.
///
/// @param seenAt to the minute
/// @param agent what the browser calls itself
public record LoginSession(
    long id, Instant begunAt, Instant seenAt, String address, String agent) {}
