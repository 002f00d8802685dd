package vn.lantoa.audience;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

@Repository
@Transactional
class JdbcSuppressions implements Suppressions {

  private final JdbcClient jdbc;

  JdbcSuppressions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean suppress(
      Channel channel, String address, SuppressionReason reason, String source, Actor actor) {
    boolean own = reason == SuppressionReason.OPT_OUT;
    boolean blocked =
        jdbc.sql(
                    """
                    insert into suppression (channel, address, reason, source, own_at)
                    values (:channel, :address, :reason, :source, case when :own then lantoa_now() end)
                    on conflict (channel, address) where lifted_at is null
                      -- What staff of a unit wrote down is no obstacle to what holds everywhere.
                      do update set reason = excluded.reason, source = excluded.source, units = null
                      where suppression.units is not null and suppression.own_at is null and not :own
                    """)
                .param("channel", channel.key())
                .param("address", address)
                .param("reason", reason.name())
                .param("source", source)
                .param("own", own)
                .update()
            == 1;
    if (own && (blocked || own(channel, address))) {
      record(channel, address, false, source, actor);
    }
    return blocked;
  }

  /// The person himself refuses, too, what was blocked before.
  ///
  /// @return whether this is new
  private boolean own(Channel channel, String address) {
    return jdbc.sql(
                """
                update suppression set own_at = lantoa_now()
                where channel = :channel and address = :address and lifted_at is null and own_at is null
                """)
            .param("channel", channel.key())
            .param("address", address)
            .update()
        == 1;
  }

  /// In the history of everybody who is reached there. Taking back a refusal is the word of those
  /// who are written to again by it, and of nobody else.
  private void record(Channel channel, String address, boolean given, String source, Actor actor) {
    jdbc.sql(
            """
            insert into consent_event (recipient_id, channel, given, source, actor, given_by, way)
            select recipient_id, channel, :given, :source, :actor, 'PERSON',
              case :source when 'unsubscribe-link' then 'LINK' when 'sms-reply' then 'SMS' when 'web-form' then 'WEB' end
            from contact_point where channel = :channel and address = :address
              and (not :given or recipient_id = any(:open))
            """)
        .param("open", (given ? open(channel, address) : List.<Long>of()).toArray(Long[]::new))
        .param("given", given)
        .param("source", source)
        .param("actor", actor.name())
        .param("channel", channel.key())
        .param("address", address)
        .update();
  }

  @Override
  public boolean lift(Channel channel, String address, Actor actor) {
    return jdbc.sql(
                """
                update suppression set lifted_at = lantoa_now()
                where channel = :channel and address = :address and lifted_at is null
                """)
            .param("channel", channel.key())
            .param("address", address)
            .update()
        == 1;
  }

  @Override
  public boolean takeBack(Channel channel, String address, String source) {
    boolean taken =
        jdbc.sql(
                    """
                    -- What was blocked before for another reason stays so.
                    update suppression
                    set lifted_at = case when reason = 'OPT_OUT' and unit_id is null then lantoa_now() end,
                        own_at = case when reason = 'OPT_OUT' and unit_id is null then own_at end
                    where channel = :channel and address = :address and lifted_at is null and own_at is not null
                      and (source = :source or reason <> 'OPT_OUT' or unit_id is not null)
                    """)
                .param("channel", channel.key())
                .param("address", address)
                .param("source", source)
                .update()
            == 1;
    if (taken) {
      record(channel, address, true, source, Actor.SYSTEM);
    }
    return taken;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(Channel channel, String address) {
    return !open(channel, address).isEmpty();
  }

  private List<Long> open(Channel channel, String address) {
    return jdbc.sql(
            """
            select r.id from contact_point p join recipient r on r.id = p.recipient_id
            where p.channel = :channel and p.address = :address and p.consent_at is not null and r.removed_at is null
              and not exists (select from suppression s
                              where s.channel = p.channel and s.address = p.address and s.lifted_at is null
                                and holds_in(s, r.unit_id))
            order by r.id
            """)
        .param("channel", channel.key())
        .param("address", address)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SuppressionReason> reasonFor(Channel channel, String address) {
    return jdbc.sql(
            """
            select reason from suppression
            where channel = :channel and address = :address and lifted_at is null
            """)
        .param("channel", channel.key())
        .param("address", address)
        .query((row, _) -> SuppressionReason.valueOf(row.getString("reason")))
        .optional();
  }
}
