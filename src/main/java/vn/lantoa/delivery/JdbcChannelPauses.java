package vn.lantoa.delivery;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ProgramAct;
import vn.lantoa.common.Refusal;

@Repository
@Transactional
class JdbcChannelPauses implements ChannelPauses {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  JdbcChannelPauses(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @Override
  public void pause(Channel channel, String reason, Actor actor) {
    int news =
        jdbc.sql(
                """
                insert into channel_pause (channel, reason, since, by_person)
                values (:channel, :reason, lantoa_now(), :byPerson)
                on conflict (channel) do update
                  set reason = excluded.reason, since = excluded.since, by_person = true
                  where excluded.by_person and not channel_pause.by_person
                """)
            .param("channel", channel.key())
            .param("reason", reason)
            .param("byPerson", actor.accountId() != null)
            .update();
    if (news > 0 && actor.equals(Actor.SYSTEM)) {
      events.publishEvent(new ProgramAct("channel.pause", "channel:" + channel, reason));
    }
  }

  @Override
  public void resume(Channel channel, Actor actor) {
    jdbc.sql("delete from channel_pause where channel = :channel")
        .param("channel", channel.key())
        .update();
    // Whoever opens the channel says that what stopped its accounts is mended. Where it is not, the
    // next message stops them again and burns nothing.
    jdbc.sql(
            """
            with held as materialized (
              select channel, name from provider_account where channel = :channel order by channel, name for update
            )
            update provider_account a set state = 'CLOSED', opened = 0, reason = '', rests_until = null
            from held where a.channel = held.channel and a.name = held.name
            """)
        .param("channel", channel.key())
        .update();
  }

  @Override
  public void resumeAfterFault(Channel channel, Actor actor) {
    boolean byPerson =
        jdbc.sql("select by_person from channel_pause where channel = :channel for update")
            .param("channel", channel.key())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (byPerson) {
      throw new Refusal("channel.stopped-by-person");
    }
    resume(channel, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Pause> all() {
    return jdbc.sql("select channel, reason, since, by_person from channel_pause order by channel")
        .query((row, _) ->
            new Pause(
                new Channel(row.getString("channel")),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("by_person")))
        .list();
  }
}
