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
    boolean own = reason == SuppressionReason.OPT_OUT;
    boolean blocked =
        jdbc.sql(
                    """
                    insert into suppression (channel, address, reason, source, own_at)
                    values (:channel, :address, :reason, :source, case when :own then lantoa_now() end)
                    on conflict (channel, address) where lifted_at is null do nothing
                    """)
                .param("channel", channel.key())
                .param("address", address)
                .param("reason", reason.name())
                .param("source", source)
                .param("own", own)
                .update()
            == 1;
    if (own && !blocked) {
      jdbc.sql(
              """
              update suppression set own_at = lantoa_now()
              where channel = :channel and address = :address and lifted_at is null and own_at is null
              """)
          .param("channel", channel.key())
          .param("address", address)
          .update();
    }
    return blocked;
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
    return jdbc.sql(
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
