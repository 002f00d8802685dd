package vn.lantoa.console.frame;

/// One step of the way back, above a page's title.
public record Crumb(String text, String href) {}
