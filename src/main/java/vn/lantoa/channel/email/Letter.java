package vn.lantoa.channel.email;

/// One letter, written out in full before a connection is touched: whatever is wrong with it shows
/// while nothing is on the wire, and a second connection gets the same bytes as the first.
///
/// @param messageId without the angle brackets
/// @param from and to of the envelope
/// @param bytes headers and body: ASCII, every line ends with CRLF; a dot at the beginning of one
///   is doubled on the wire only
record Letter(String messageId, String from, String to, byte[] bytes) {}
