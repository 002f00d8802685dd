package vn.lantoa.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Refusal;

/// Which campaigns have messages waiting whose text was taken out of the library since.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WithdrawnTexts {

  private final JdbcClient jdbc;

  WithdrawnTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All that may be about to send the item: who just begins a wave of it, sends its failures again
  /// or lets it go on holds its campaign, and has read the item before.
  private static final String HOLD =
      """
      select c.id from campaign c
      where c.status not in ('DRAFT', 'CANCELLED')
        and exists (select from wave w where w.campaign_id = c.id and w.item_id = :item)
      order by c.id for update
      """;

  private static final String WAITING =
      """
      select c.id from campaign c
      where c.id = any(:held) and c.status = 'RUNNING'
        and exists (select from withdrawn_run r where r.campaign_id = c.id
                      and exists (select from queue q where q.run_id = r.id))
      order by c.id
      """;

  /// Running ones that wait to send a text of the item that is withdrawn. They are ours until the
  /// transaction ends.
  List<Long> waitingIn(String itemId) {
    var held = jdbc.sql(HOLD).param("item", itemId).query((row, _) -> row.getLong(1)).list();
    return jdbc.sql(WAITING)
        .param("held", held.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// @throws Refusal `campaign.content-withdrawn` with the title of one
  void requireNoneWaitsIn(long campaignId) {
    jdbc.sql(
            """
            select r.title from withdrawn_run r
            where r.campaign_id = :campaign and exists (select from queue q where q.run_id = r.id)
            order by r.id limit 1
            """)
        .param("campaign", campaignId)
        .query(String.class)
        .optional()
        .ifPresent(title -> {
          throw new Refusal("campaign.content-withdrawn", title);
        });
  }
}
