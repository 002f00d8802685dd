package vn.lantoa.upgrade;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The ledger, read by plain SQL: the program's own word is not taken for it.
record Ledger(JdbcClient jdbc) {

  static Ledger of(DataSource database) {
    return new Ledger(JdbcClient.create(database));
  }

  /// Where the tally is not what a count of the deliveries gives.
  List<String> miscounted() {
    return jdbc.sql(
            """
            select format('run %s %s %s: %s, tally %s', run_id, channel, status, d.n, t.n)
            from (select run_id, channel, status, count(*) as n from delivery group by 1, 2, 3) d
            full join (select run_id, channel, status, sum(n) as n from tally group by 1, 2, 3 having sum(n) <> 0) t
              using (run_id, channel, status)
            where d.n is distinct from t.n
            """)
        .query(String.class)
        .list();
  }

  List<Long> open(String... states) {
    return ids("select id from delivery_now where status = any(:names::text[])", states);
  }

  List<Long> campaigns(String... statuses) {
    return ids("select id from campaign where status = any(:names::text[]) order by id", statuses);
  }

  /// How many of these are how far.
  Map<String, Integer> statuses(List<Long> deliveries) {
    return jdbc
        .sql("select status from delivery_now where id = any(:ids)")
        .param("ids", deliveries.toArray(Long[]::new))
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toMap(status -> status, _ -> 1, Integer::sum));
  }

  int sent(long campaign) {
    return jdbc.sql("select count(*) from delivery where campaign_id = :id and status = 'SENT'")
        .param("id", campaign)
        .query(Integer.class)
        .single();
  }

  /// Whose current text has an approval as its last decision.
  List<String> approvedItems() {
    return jdbc.sql(
            """
            select id from content_item i
            where withdrawn_at is null
              and (select decision from approval a where a.item_id = i.id and a.content_hash = i.current_hash
                   order by a.id desc limit 1) = 'APPROVED'
            """)
        .query(String.class)
        .list();
  }

  private List<Long> ids(String query, String... names) {
    return jdbc.sql(query).param("names", names).query(Long.class).list();
  }
}
