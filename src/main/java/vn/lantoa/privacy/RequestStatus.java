package vn.lantoa.privacy;

/// What became of a request.
public enum RequestStatus {
  OPEN,
  DONE,
  REFUSED
}
