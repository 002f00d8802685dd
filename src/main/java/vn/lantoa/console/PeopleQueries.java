package vn.lantoa.console;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.common.Channel;
import vn.lantoa.console.RecipientView.ConsentEvent;
import vn.lantoa.console.RecipientView.Message;
import vn.lantoa.delivery.DeliveryStatus;

/// What the pages on recipients show beyond the recipient. Reads only.
@Repository
class PeopleQueries {

  private final JdbcClient jdbc;

  PeopleQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String CONSENT_HISTORY =
      """
      select channel, given, source, actor, at
        from consent_event
       where recipient_id = :recipientId
       order by at desc, id desc
       limit 100
      """;

  /// Newest first.
  List<ConsentEvent> consentHistory(long recipientId) {
    return jdbc.sql(CONSENT_HISTORY)
        .param("recipientId", recipientId)
        .query((row, _) ->
            new ConsentEvent(
                new Channel(row.getString("channel")),
                row.getBoolean("given"),
                row.getString("source"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private static final String MESSAGES =
      """
      select delivery.id, delivery.channel, campaign.name as campaign, delivery.status,
             delivery.not_before
        from delivery_now delivery
        join campaign on campaign.id = delivery.campaign_id
       where delivery.target_id = :recipientId
         and delivery.target_kind = 'PERSON'
       order by delivery.id desc
       limit 20
      """;

  /// The last 20 messages to the person, newest first.
  List<Message> messages(long recipientId) {
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

  private static final String IMPORTS =
      """
      select file_name, actor, at, added, changed, unchanged, refused
        from recipient_import
       where unit_id in (select unit_and_below(:rootUnitId))
       order by at desc, id desc
       limit 10
      """;

  /// The last files taken in, newest first.
  List<PastImport> imports(long rootUnitId) {
    return jdbc.sql(IMPORTS)
        .param("rootUnitId", rootUnitId)
        .query((row, _) ->
            new PastImport(
                row.getString("file_name"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused")))
        .list();
  }
}
