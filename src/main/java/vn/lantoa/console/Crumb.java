package vn.lantoa.console;

/// One step of the way back, above a page's title.
public record Crumb(String text, String href) {}
