package vn.lantoa.content;

import java.sql.Types;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Refusal;

/// Reads what the library holds.
final class StoredContent {

  private final JdbcClient jdbc;

  StoredContent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String ITEMS =
      """
      select version.*, item.withdrawn_at, item.unit_id, version.hash <> item.current_hash as proposed,
             approval.content_hash, approval.decision, approval.reason, approval.actor, approval.at,
             array(select written.author_id
                     from content_version written
                    where written.item_id = item.id
                      and written.author_id is not null
                      and (written.hash = version.hash
                           or written.number > coalesce((select max(decided.number)
                                                           from content_version decided
                                                           join approval on approval.item_id = decided.item_id
                                                                        and approval.content_hash = decided.hash
                                                          where decided.item_id = item.id
                                                            and approval.decision = 'APPROVED'), 0))
                    union
                   select again.account_id
                     from approval again
                    where again.item_id = item.id
                      and again.content_hash = version.hash
                      and again.decision = 'RESUBMITTED'
                      and again.account_id is not null
                      and again.id > coalesce((select max(approval.id)
                                                 from approval
                                                where approval.item_id = item.id
                                                  and approval.content_hash = version.hash
                                                  and approval.decision = 'APPROVED'), 0))
               as writers
        from content_item item
        join content_version version on version.item_id = item.id
                                    and version.hash in (item.current_hash, item.proposed_hash)
        left join lateral (select *
                             from approval
                            where approval.item_id = item.id
                              and approval.content_hash = version.hash
                            order by approval.id desc
                            limit 1) approval on true
       where (cast(:id as text) is null and item.withdrawn_at is null) or item.id = :id
       order by item.id, proposed
      """;

  List<ContentItem> items() {
    // The database sorts by bytes and would put Đ behind Z.
    var vietnamese = Collator.getInstance(Locale.of("vi"));
    return read(null).stream()
        .sorted(Comparator.comparing(ContentItem::title, vietnamese))
        .toList();
  }

  Optional<ContentItem> find(String itemId) {
    return read(itemId).stream().findFirst();
  }

  /// @param itemId null: all
  private List<ContentItem> read(@Nullable String itemId) {
    ResultSetExtractor<List<ContentItem>> rows = ContentRows::items;
    return Objects.requireNonNull(jdbc.sql(ITEMS).param("id", itemId, Types.VARCHAR).query(rows));
  }

  ContentItem get(String itemId) {
    return find(itemId).orElseThrow(() -> new Refusal("content.unknown", itemId));
  }

  private static final String VERSION =
      """
      select *
        from content_version
       where item_id = :id
         and hash = :hash
      """;

  Optional<ContentVersion> version(String itemId, String hash) {
    return jdbc.sql(VERSION)
        .param("id", itemId)
        .param("hash", hash)
        .query(ContentRows::version)
        .optional();
  }

  private static final String VERSIONS =
      """
      select *
        from content_version
       where item_id = :id
       order by number desc
      """;

  List<ContentVersion> versions(String itemId) {
    return jdbc.sql(VERSIONS).param("id", itemId).query(ContentRows::version).list();
  }

  private static final String DECISIONS =
      """
      select item_id, content_hash, decision, reason, actor, at
        from approval
       where item_id = :id
       order by id desc
      """;

  List<Approval> decisions(String itemId) {
    return jdbc.sql(DECISIONS).param("id", itemId).query(ContentRows::approval).list();
  }
}
