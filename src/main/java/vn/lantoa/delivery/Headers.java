package vn.lantoa.delivery;

/// The only headers an exchange of ours carries. Routes drop everything else first, so that nothing
/// a message holds can steer a component.
public final class Headers {

  /// The id of the delivery, a number.
  public static final String DELIVERY_ID = "LantoaDeliveryId";

  /// The key of the channel.
  public static final String CHANNEL = "LantoaChannel";

  /// Which try this is, from 1.
  public static final String ATTEMPT = "LantoaAttempt";

  private Headers() {}
}
