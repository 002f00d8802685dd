package vn.lantoa.delivery;

/// What a provider said when it was asked about a message.
public sealed interface LookUp {

  /// It has the message.
  ///
  /// @param status SENT, DELIVERED, UNDELIVERED or FAILED, as it stands now
  /// @param reason empty when it went well
  record Found(String ref, DeliveryStatus status, String reason) implements LookUp {}

  /// It answered, and has no such message.
  record NotFound() implements LookUp {}

  /// It could not be asked now.
  record Unanswered(String why) implements LookUp {}
}
