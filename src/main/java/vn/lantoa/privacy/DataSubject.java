package vn.lantoa.privacy;

import java.util.Set;

/// A person as far as each module has to know him to find what it holds about him.
///
/// @param id of the recipient
/// @param names what he is and was called
/// @param addresses where he is and was reached, in canonical form
/// @param own those of the addresses nobody else on the lists has: a family shares a telephone, and
///   what is said about it is said of all of them
public record DataSubject(long id, Set<String> names, Set<String> addresses, Set<String> own) {}
