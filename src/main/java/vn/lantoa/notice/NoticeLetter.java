package vn.lantoa.notice;

/// The words of a letter to somebody who works here.
///
/// @param html a fragment, everything of people's escaped
/// @param link to the page of the console it is about
public record NoticeLetter(String subject, String text, String html, String link) {}
