package vn.lantoa.audience;

import java.util.List;
import java.util.Map;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// How many people a segment holds, and on which channels they can be reached.
public interface Segments {

  /// How many of the segment each channel reaches, and how many it does not because of missing
  /// consent or suppression. Channels nobody has an address on are left out.
  Map<Channel, Reach> reach(Segment segment, Purpose purpose);

  /// The names messages of a channel would bear, one of each kind: a kind is made of names as long
  /// as each other, all of them with marks or all without, for these alone change what a message
  /// costs. The longest first.
  List<NameKind> names(Segment segment, Purpose purpose, Channel channel);

  /// How many people the segment holds.
  long size(Segment segment);

  /// Whom one channel reaches. A family may share a telephone and get one message, one person may
  /// have two; so messages are not people.
  ///
  /// @param messages addresses a message would go to
  /// @param people who would get at least one
  /// @param suppressed people who have an address and would get none: no consent, or blocked
  record Reach(long messages, long people, long suppressed) {}

  /// @param name of one of them
  /// @param messages to all of that kind
  record NameKind(String name, long messages) {}
}
