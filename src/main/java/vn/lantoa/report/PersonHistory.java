package vn.lantoa.report;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;

/// What a person was written.
public interface PersonHistory {

  /// The last 20 messages to the recipient, newest first.
  List<Message> messages(long recipientId);

  /// @param at when it was due
  record Message(
      long deliveryId, Channel channel, String campaign, DeliveryStatus status, Instant at) {}
}
