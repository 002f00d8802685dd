package vn.lantoa.audience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// A person we may speak to.
///
/// @param audience the group, a key of the vocabulary
public record Recipient(
    long id, long unitId, String name, String audience, List<ContactPoint> contactPoints) {

  /// An address of a recipient on one channel.
  ///
  /// @param consentAt when the person agreed; null: no consent is on record and nothing is sent
  /// @param suppressed why nobody may write there; null when one may
  public record ContactPoint(
      Channel channel,
      String address,
      @Nullable Instant consentAt,
      @Nullable String consentSource,
      @Nullable SuppressionReason suppressed) {}
}
