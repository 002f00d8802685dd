package vn.lantoa.console.list;

/// Something that can be done with the rows chosen. It leads to a page that says what will happen,
/// or does it.
///
/// @param action where the chosen rows (`chon`) are posted
/// @param text in the reader's language
/// @param look as of `frame.act`
/// @param confirm what is asked before; empty: nothing
public record BulkAct(String action, String text, String look, String confirm) {}
