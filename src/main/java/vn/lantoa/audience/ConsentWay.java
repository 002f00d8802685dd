package vn.lantoa.audience;

/// How somebody agreed or refused.
public enum ConsentWay {
  PAPER,
  WEB,
  /// By the link in a message.
  LINK,
  SMS,
  SPOKEN,
  IMPORT
}
