package vn.lantoa.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;

/// One planned send of a campaign: what, to whom, how, when.
///
/// @param contentHash the text that was approved with the campaign; null before that
/// @param namesAsOf it is signed with the names units had at this moment, when it was approved;
///   null: with those of the day
/// @param outlets the pages it is published on, as they were approved; null: those of the day
/// @param catchUp how late it may still go out when its moment was missed
/// @param deadline how long after its moment a delivery may still be tried
/// @param nextFireAt null: nothing left to fire
public record Wave(
    long id,
    int position,
    String itemId,
    @Nullable String contentHash,
    @Nullable Instant namesAsOf,
    @Nullable List<Long> outlets,
    Segment segment,
    List<Channel> channels,
    Timing timing,
    Duration catchUp,
    Duration deadline,
    @Nullable Instant nextFireAt) {}
