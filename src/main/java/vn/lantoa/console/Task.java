package vn.lantoa.console;

import java.util.List;

/// Something that waits for the person who reads it.
///
/// @param tone of its icon and words: `busy` wants a decision, `warn` something stands still
/// @param key of the sentence in the messages
/// @param detail a reason in somebody's own words; empty: none
public record Task(
    String icon, String tone, String key, List<Object> arguments, String detail, String href) {}
