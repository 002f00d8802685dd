package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Segments;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Purpose;

/// How many people an approval was for. Lists change, and a message goes to who is on them when it
/// goes; but who approved it for eight has not approved it for three hundred that one person alone
/// added afterwards. Where far more have come, it goes to those who were there and had agreed, and
/// the others wait for a word of an approver. Nobody's list stops what others wait for.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovedAudience {

  /// So many more, or half as many again, come by themselves: a new class, a new quarter.
  private static final int FEW = 100;

  private final JdbcClient jdbc;
  private final Segments segments;
  private final Channels channels;

  ApprovedAudience(JdbcClient jdbc, Segments segments, Channels channels) {
    this.jdbc = jdbc;
    this.segments = segments;
    this.channels = channels;
  }

  /// With the approval.
  void fix(Wave wave) {
    jdbc.sql(
            """
            update wave set approved_messages = :messages, people_as_of = lantoa_now() where id = :id
            """)
        .param("messages", people(wave).isEmpty() ? null : messages(wave))
        .param("id", wave.id())
        .update();
  }

  private Set<Channel> people(Wave wave) {
    return wave.channels().stream()
        .filter(channel -> channels.of(channel).target() == Target.PERSON)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How many messages to people it would send now.
  long messages(Wave wave) {
    var people = people(wave);
    return people.isEmpty()
        ? 0
        : segments.reach(wave.segment(), purpose(wave)).entrySet().stream()
            .filter(channel -> people.contains(channel.getKey()))
            .mapToLong(channel -> channel.getValue().messages())
            .sum();
  }

  private Purpose purpose(Wave wave) {
    return jdbc.sql(
            "select c.purpose from campaign c join wave w on w.campaign_id = c.id where w.id = :id")
        .param("id", wave.id())
        .query((row, _) -> Purpose.valueOf(row.getString(1)))
        .single();
  }

  /// @param approved how many messages there would have been
  /// @param now how many there would be; far more
  /// @param asOf when it was approved
  record Outgrown(long approved, long now, Instant asOf) {}

  /// Empty: there are about as many.
  Optional<Outgrown> outgrown(Wave wave) {
    return jdbc.sql(
            """
            select approved_messages, people_as_of from wave
            where id = :id and approved_messages is not null
            """)
        .param("id", wave.id())
        .query((row, _) ->
            new Outgrown(
                row.getLong("approved_messages"),
                messages(wave),
                row.getTimestamp("people_as_of").toInstant()))
        .optional()
        .filter(outgrown -> isFarMore(outgrown.approved, outgrown.now));
  }

  static boolean isFarMore(long approved, long now) {
    return now > approved + Math.max(FEW, approved / 2);
  }

  /// The waves that are still to fire.
  static List<Wave> toCome(Campaign campaign) {
    return campaign.waves().stream().filter(wave -> wave.nextFireAt() != null).toList();
  }
}
