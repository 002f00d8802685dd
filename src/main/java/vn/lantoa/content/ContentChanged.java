package vn.lantoa.content;

/// An item has another text than before, or was taken out. Published in the transaction of the
/// change.
///
/// @param hash of the text that is current now
public record ContentChanged(String itemId, String hash) {}
