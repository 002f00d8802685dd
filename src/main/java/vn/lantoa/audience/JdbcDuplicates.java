package vn.lantoa.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Refusal;

/// Duplicates in PostgreSQL.
@Repository
@Transactional
class JdbcDuplicates implements Duplicates {

  private final JdbcClient jdbc;
  private final JdbcRecipients recipients;
  private final StaffRefusals refusals;

  JdbcDuplicates(JdbcClient jdbc, JdbcRecipients recipients, StaffRefusals refusals) {
    this.jdbc = jdbc;
    this.recipients = recipients;
    this.refusals = refusals;
  }

  private static final String WITHIN =
      """
      select array_agg(r.id order by r.id) as ids
        from recipient r
        join contact_point p on p.recipient_id = r.id
       where r.removed_at is null
         and r.unit_id in (select unit_and_below(:unit))
       group by p.channel, p.address, folded(r.name)
      having count(*) > 1
       order by min(r.id)
       limit 100
      """;

  @Override
  @Transactional(readOnly = true)
  public List<List<Recipient>> within(long unitId) {
    // Two who have two addresses in common are two all the same.
    var groups = new LinkedHashMap<Long, List<Long>>();
    jdbc.sql(WITHIN)
        .param("unit", unitId)
        .query((row, _) -> List.of((Long[]) row.getArray("ids").getArray()))
        .list()
        .forEach(ids -> groups.putIfAbsent(ids.getFirst(), ids));
    var found = new ArrayList<List<Recipient>>();
    groups.values().stream()
        .limit(50)
        .forEach(ids -> {
          var people = new ArrayList<>(recipients.of(ids));
          people.sort(Comparator.comparing(Recipient::id));
          found.add(List.copyOf(people));
        });
    return List.copyOf(found);
  }

  private static final String SAME =
      """
      select count(*) > 0
        from recipient a
        join contact_point p on p.recipient_id = a.id
        join contact_point q on q.channel = p.channel and q.address = p.address
        join recipient b on b.id = q.recipient_id
       where a.id = :keep and b.id = :gone and a.id <> b.id and folded(a.name) = folded(b.name)
         and a.merged_into is null and b.merged_into is null
      """;

  @Override
  public void merge(long keep, long gone) {
    jdbc.sql("select id from recipient where id in (:keep, :gone) order by id for update")
        .param("keep", keep)
        .param("gone", gone)
        .query(Long.class)
        .list();
    if (!jdbc.sql(SAME).param("keep", keep).param("gone", gone).query(Boolean.class).single()) {
      throw new Refusal("people.not-the-same");
    }
    refusals.followOne(gone, keep);
    // For a child only his parents agreed; of the other nobody asked for them.
    boolean child = isChild(keep) && !isChild(gone);
    for (var statement : MERGE) {
      jdbc.sql(statement).param("keep", keep).param("gone", gone).param("child", child).update();
    }
  }

  private boolean isChild(long id) {
    return Children.are(recipients.of(List.of(id)).getFirst().audience());
  }

  private static final List<String> MERGE =
      List.of(
          """
          update contact_point kept
          set consent_at = case when other.consent_at is not null then kept.consent_at end,
              promotion_at = case when other.promotion_at is not null then kept.promotion_at end
          from contact_point other
          where kept.recipient_id = :keep and other.recipient_id = :gone
            and other.channel = kept.channel and other.address = kept.address
          """,
          """
          insert into contact_point (recipient_id, channel, address, consent_at, consent_source, promotion_at)
          select :keep, channel, address, case when not :child then consent_at end, consent_source,
            case when not :child then promotion_at end
          from contact_point where recipient_id = :gone
          on conflict (recipient_id, channel) do nothing
          """,
          "delete from contact_point where recipient_id = :gone",
          """
          update recipient set merged_into = :keep,
            removed_at = case when id = :gone then coalesce(removed_at, lantoa_now()) else removed_at end,
            -- Nobody brings him back by his name.
            dedupe_key = case when id = :gone then 'merged:' || id else dedupe_key end
          where :gone in (id, merged_into)
          """,
          "delete from transfer where recipient_id = :gone and answered_at is null");
}
