package vn.lantoa.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;

/// Reads the ledger from the person's side.
@Repository
@Transactional(readOnly = true)
class JdbcPersonHistory implements PersonHistory {

  private final JdbcClient jdbc;

  JdbcPersonHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String MESSAGES =
      """
      select delivery.id, delivery.channel, campaign.name as campaign, delivery.status,
             delivery.not_before
        from delivery_now delivery
        join campaign on campaign.id = delivery.campaign_id
       where delivery.target_id in (select id from recipient where :recipientId in (id, merged_into))
         and delivery.target_kind = 'PERSON'
       order by delivery.id desc
       limit 20
      """;

  @Override
  public List<Message> messages(long recipientId) {
    return jdbc.sql(MESSAGES)
        .param("recipientId", recipientId)
        .query((row, _) ->
            new Message(
                row.getLong("id"),
                new Channel(row.getString("channel")),
                row.getString("campaign"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getTimestamp("not_before").toInstant()))
        .list();
  }
}
