package vn.lantoa.campaign;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a wave does on one channel at its first moment. Where it goes to people, those it reaches
/// and the three kinds it does not are together all of the segment.
///
/// @param messages that would go out, also those that wait
/// @param reached people who get at least one, or pages and stations
/// @param withoutAddress people who have no address on the channel
/// @param suppressed people left out: no consent, or blocked
/// @param waiting people who get theirs a day later, because of the limit of messages a day
/// @param letters e-mails that go along: a station with a mailbox gets its script as a letter
/// @param sms what the messages are cut into; null on other channels
/// @param cost in đồng; empty where no price is known
/// @param assumedPrice whether that price is one of ours and not of a contract
public record ChannelPlan(
    long messages,
    long reached,
    long withoutAddress,
    long suppressed,
    long waiting,
    long letters,
    @Nullable SmsParts sms,
    OptionalLong cost,
    boolean assumedPrice) {

  /// Parts are what an SMS is charged by.
  ///
  /// @param total over all messages
  /// @param least of one message
  /// @param most of one message
  public record SmsParts(long total, int least, int most) {}
}
