package vn.lantoa.audience;

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
    boolean blocked =
        jdbc.sql(
                    """
                    insert into suppression (channel, address, reason, source)
                    values (:channel, :address, :reason, :source)
                    on conflict (channel, address) where lifted_at is null do nothing
                    """)
                .param("channel", channel.key())
                .param("address", address)
                .param("reason", reason.name())
                .param("source", source)
                .update()
            == 1;
    if (blocked && reason == SuppressionReason.OPT_OUT) {
      record(channel, address, false, source, actor);
    }
    return blocked;
  }

  /// In the history of everybody who is reached there.
  private void record(Channel channel, String address, boolean given, String source, Actor actor) {
    jdbc.sql(
            """
            insert into consent_event (recipient_id, channel, given, source, actor, given_by, way)
            select recipient_id, channel, :given, :source, :actor, 'PERSON',
              case :source when 'unsubscribe-link' then 'LINK' when 'sms-reply' then 'SMS' when 'web-form' then 'WEB' end
            from contact_point where channel = :channel and address = :address
            """)
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
    boolean lifted =
        jdbc.sql(
                    """
                    update suppression set lifted_at = lantoa_now()
                    where channel = :channel and address = :address and lifted_at is null
                      and reason = 'OPT_OUT' and source = :source
                    """)
                .param("channel", channel.key())
                .param("address", address)
                .param("source", source)
                .update()
            == 1;
    if (lifted) {
      record(channel, address, true, source, Actor.SYSTEM);
    }
    return lifted;
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
