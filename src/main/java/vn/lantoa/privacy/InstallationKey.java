package vn.lantoa.privacy;

/// The key only this installation knows.
@FunctionalInterface
public interface InstallationKey {

  /// HMAC-SHA256.
  ///
  /// @param purpose keeps what one part signs from being taken by another
  byte[] sign(String purpose, byte[] content);
}
