package vn.lantoa.console.login;

/// Why a login failed, as much as a stranger may know.
///
/// @param username what was typed, so that it need not be typed again
/// @param key of the sentence that says it
/// @param waitMinutes how long to wait after too many tries; 0: try again
public record LoginProblem(String username, String key, long waitMinutes) {}
