package vn.lantoa.content;

/// A version was handed in that somebody must decide on.
///
/// @param hash of the version
public record ContentSubmitted(String itemId, String hash) {}
