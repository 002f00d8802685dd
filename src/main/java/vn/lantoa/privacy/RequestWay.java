package vn.lantoa.privacy;

/// How a request came.
public enum RequestWay {
  IN_PERSON,
  LETTER,
  PHONE,
  WEB
}
