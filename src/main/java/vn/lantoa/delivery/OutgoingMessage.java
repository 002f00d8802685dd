package vn.lantoa.delivery;

import java.time.Instant;
import vn.lantoa.common.Channel;

/// One rendered message on its way to its sender: the body of the exchange in
/// `direct:deliver-<channel>`.
///
/// @param deliveryId opaque to the outside; the same on every try
/// @param attempt 1 for the first try
/// @param targetId of the person, outlet, station or notice
/// @param unitId the unit that speaks
/// @param address in the channel's form: E.164 number, e-mail address, page id, station id
/// @param subject of an e-mail, else the title of the content
/// @param text plain form
/// @param html rich form, a sanitised fragment; empty where the channel has none
/// @param itemId the content item it carries, contentHash its exact text; both empty in a notice
/// @param link where the message leads; empty when nowhere
/// @param fireAt the moment of the wave it belongs to
/// @param expiresAt not to be delivered later than this
/// @param account of the provider it goes by
public record OutgoingMessage(
    long deliveryId,
    Channel channel,
    int attempt,
    Target target,
    long targetId,
    long unitId,
    String unitName,
    String recipientName,
    String address,
    String subject,
    String text,
    String html,
    String itemId,
    String contentHash,
    String link,
    Instant fireAt,
    Instant expiresAt,
    String account) {

  public enum Target {
    PERSON,
    OUTLET,
    STATION,
    /// Something told to an account: no matter of consent, nor of how much somebody gets a day.
    NOTICE
  }
}
