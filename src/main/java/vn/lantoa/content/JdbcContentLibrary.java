package vn.lantoa.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.Approval.Decision;

/// The library in the database. Every change first locks the row of its item: an approval and an
/// edit that meet are decided one after the other.
@Repository
class JdbcContentLibrary implements ContentLibrary {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final ContentLint lint;
  private final InstantSource time;

  JdbcContentLibrary(
      JdbcClient jdbc,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      ContentLint lint,
      InstantSource time) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.lint = lint;
    this.time = time;
  }

  /// The item as it is while its row is ours.
  private record Locked(String hash, boolean withdrawn) {}

  @Override
  public List<Finding> check(String file, String markdown) {
    return lint.check(ContentFile.parse(file, markdown));
  }

  @Override
  public Taken take(String file, String markdown, Actor author) {
    var parsed = ContentFile.parse(file, markdown);
    var findings = lint.check(parsed);
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Taken(findings, Optional.empty(), false);
    }
    var draft = Draft.of(parsed);
    return transaction.execute(_ -> {
      boolean changed = take(draft, draft.hash(), author);
      return new Taken(findings, find(draft.id()), changed);
    });
  }

  private static final String ADD_ITEM =
      """
      insert into content_item (id, current_hash, created_at)
      values (:id, :hash, :now)
      on conflict (id) do nothing
      """;

  private boolean take(Draft draft, String hash, Actor author) {
    boolean isNew =
        jdbc.sql(ADD_ITEM).param("id", draft.id()).param("hash", hash).param("now", now()).update()
            == 1;
    var item = lock(draft.id());
    if (!isNew && author.accountId() == null && isOldNews(draft.id(), hash, item)) {
      return false;
    }
    store(draft, hash, author);
    if (!isNew && item.hash.equals(hash) && !item.withdrawn) {
      return false;
    }
    setCurrent(draft.id(), hash);
    events.publishEvent(new ContentChanged(draft.id(), hash));
    return true;
  }

  private static final String LAST_TAKEN_FROM_DISK =
      """
      select hash
        from content_version
       where item_id = :id
         and author_id is null
       order by number desc
       limit 1
      """;

  /// A file that still says what it said when it was last taken in is no news, though somebody has
  /// edited or withdrawn the item since: reading all files again at each start must not undo the
  /// work of people.
  private boolean isOldNews(String id, String hash, Locked item) {
    boolean untouched = item.hash.equals(hash) && !item.withdrawn;
    return !untouched
        && jdbc.sql(LAST_TAKEN_FROM_DISK)
            .param("id", id)
            .query(String.class)
            .optional()
            .filter(hash::equals)
            .isPresent();
  }

  private static final String ADD_OR_REFRESH_VERSION =
      """
      insert into content_version (item_id, hash, number, title, topic, audiences, valid_from, valid_to, markdown,
                                   author_id, author, created_at)
      select :id, :hash, coalesce(max(number), 0) + 1, :title, :topic, :audiences, :validFrom, :validTo, :markdown,
             :authorId, :author, :now
        from content_version
       where item_id = :id
          on conflict (item_id, hash) do update
         -- The same words under another heading: what nobody receives follows the file, the rest stays.
         set topic = excluded.topic,
             audiences = excluded.audiences,
             valid_from = excluded.valid_from,
             valid_to = excluded.valid_to,
             markdown = excluded.markdown
       where content_version.markdown <> excluded.markdown
      """;

  private void store(Draft draft, String hash, Actor author) {
    jdbc.sql(ADD_OR_REFRESH_VERSION)
        .param("id", draft.id())
        .param("hash", hash)
        .param("title", draft.title())
        .param("topic", draft.topic())
        .param("audiences", draft.audiences().toArray(String[]::new))
        .param("validFrom", draft.validity().from())
        .param("validTo", draft.validity().to())
        .param("markdown", draft.markdown())
        .param("authorId", author.accountId())
        .param("author", author.name())
        .param("now", now())
        .update();
  }

  private static final String SET_CURRENT =
      """
      update content_item
         set current_hash = :hash,
             withdrawn_at = null
       where id = :id
      """;

  private void setCurrent(String id, String hash) {
    jdbc.sql(SET_CURRENT).param("id", id).param("hash", hash).update();
  }

  private static final String LOCK =
      """
      select current_hash, withdrawn_at
        from content_item
       where id = :id
         for update
      """;

  private Locked lock(String id) {
    return jdbc.sql(LOCK)
        .param("id", id)
        .query((row, _) ->
            new Locked(row.getString("current_hash"), row.getObject("withdrawn_at") != null))
        .optional()
        .orElseThrow(() -> new Refusal("content.unknown", id));
  }

  private static final String ITEMS =
      """
      select version.*, item.withdrawn_at, approval.content_hash, approval.decision, approval.reason,
             approval.actor, approval.at
        from content_item item
        join content_version version on version.item_id = item.id and version.hash = item.current_hash
        left join lateral (select *
                             from approval
                            where approval.item_id = item.id
                              and approval.content_hash = item.current_hash
                            order by approval.id desc
                            limit 1) approval on true
       where (cast(:id as text) is null and item.withdrawn_at is null) or item.id = :id
      """;

  @Override
  public List<ContentItem> items() {
    // The database sorts by bytes and would put Đ behind Z.
    var vietnamese = Collator.getInstance(Locale.of("vi"));
    return jdbc
        .sql(ITEMS)
        .param("id", null, java.sql.Types.VARCHAR)
        .query((row, _) -> item(row))
        // Not stream(): that keeps its connection until somebody closes it.
        .list()
        .stream()
        .sorted(Comparator.comparing(ContentItem::title, vietnamese))
        .toList();
  }

  @Override
  public Optional<ContentItem> find(String itemId) {
    return jdbc.sql(ITEMS).param("id", itemId).query((row, _) -> item(row)).optional();
  }

  @Override
  public ContentItem get(String itemId) {
    return find(itemId).orElseThrow(() -> new Refusal("content.unknown", itemId));
  }

  private static final String VERSION =
      """
      select *
        from content_version
       where item_id = :id
         and hash = :hash
      """;

  @Override
  public Optional<ContentVersion> version(String itemId, String hash) {
    return jdbc.sql(VERSION)
        .param("id", itemId)
        .param("hash", hash)
        .query((row, _) -> version(row))
        .optional();
  }

  private static final String VERSIONS =
      """
      select *
        from content_version
       where item_id = :id
       order by number desc
      """;

  @Override
  public List<ContentVersion> versions(String itemId) {
    return jdbc.sql(VERSIONS).param("id", itemId).query((row, _) -> version(row)).list();
  }

  private static final String DECISIONS =
      """
      select item_id, content_hash, decision, reason, actor, at
        from approval
       where item_id = :id
       order by id desc
      """;

  @Override
  public List<Approval> decisions(String itemId) {
    return jdbc.sql(DECISIONS).param("id", itemId).query((row, _) -> approval(row)).list();
  }

  @Override
  public void approve(String itemId, String hash, Actor approver) {
    transaction.executeWithoutResult(_ -> {
      var item = lockedForDecision(itemId, hash, approver);
      if (approver.isSamePersonAs(item.current().authorId())) {
        throw new Refusal("content.own-text");
      }
      // It was right when it was taken in; a day or a closed portal later it may no longer be.
      if (check(itemId + ".md", item.current().markdown()).stream().anyMatch(Finding::isError)) {
        throw new Refusal("content.has-errors");
      }
      // Two approvers at once: the second finds it done.
      if (!item.isApproved()) {
        decide(itemId, hash, Decision.APPROVED, "", approver);
      }
    });
  }

  @Override
  public void sendBack(String itemId, String hash, String reason, Actor approver) {
    if (reason.isBlank()) {
      throw new Refusal("content.reason-missing");
    }
    transaction.executeWithoutResult(_ -> {
      lockedForDecision(itemId, hash, approver);
      decide(itemId, hash, Decision.RETURNED, reason.strip(), approver);
    });
  }

  private ContentItem lockedForDecision(String itemId, String hash, Actor approver) {
    if (approver.accountId() == null) {
      throw new Refusal("content.account-needed");
    }
    var locked = lock(itemId);
    if (locked.withdrawn) {
      throw new Refusal("content.withdrawn", itemId);
    }
    if (!locked.hash.equals(hash)) {
      throw new Refusal("content.changed-meanwhile");
    }
    return get(itemId);
  }

  private static final String DECIDE =
      """
      insert into approval (item_id, content_hash, decision, reason, account_id, actor, at)
      values (:id, :hash, :decision, :reason, :accountId, :actor, :now)
      """;

  private void decide(String id, String hash, Decision decision, String reason, Actor approver) {
    jdbc.sql(DECIDE)
        .param("id", id)
        .param("hash", hash)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("accountId", approver.accountId())
        .param("actor", approver.name())
        .param("now", now())
        .update();
  }

  private static final String WITHDRAW =
      """
      update content_item
         set withdrawn_at = :now
       where id = :id
      """;

  @Override
  public void withdraw(String itemId, Actor actor) {
    transaction.executeWithoutResult(_ -> {
      var item = lock(itemId);
      if (!item.withdrawn) {
        jdbc.sql(WITHDRAW).param("id", itemId).param("now", now()).update();
        events.publishEvent(new ContentChanged(itemId, item.hash));
      }
    });
  }

  private static ContentItem item(ResultSet row) throws SQLException {
    var decision =
        row.getString("decision") == null ? Optional.<Approval>empty() : Optional.of(approval(row));
    var status =
        row.getObject("withdrawn_at") != null
            ? ContentStatus.WITHDRAWN
            : decision
                .map(last ->
                    switch (last.decision()) {
                      case APPROVED -> ContentStatus.APPROVED;
                      case RETURNED -> ContentStatus.RETURNED;
                    })
                .orElse(ContentStatus.WAITING);
    return new ContentItem(version(row), status, decision);
  }

  private static Approval approval(ResultSet row) throws SQLException {
    return new Approval(
        row.getString("item_id"),
        row.getString("content_hash"),
        Decision.valueOf(row.getString("decision")),
        row.getString("reason"),
        row.getString("actor"),
        instant(row, "at"));
  }

  private static ContentVersion version(ResultSet row) throws SQLException {
    var id = row.getString("item_id");
    var markdown = row.getString("markdown");
    // Link, source and renditions are read from the file as it was stored: it was whole when it was
    // taken in.
    var file = ContentFile.parse(id + ".md", markdown);
    return new ContentVersion(
        id,
        row.getString("hash"),
        row.getInt("number"),
        row.getString("title"),
        row.getString("topic"),
        List.of((String[]) row.getArray("audiences").getArray()),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        file.fieldText("link"),
        file.fieldText("source"),
        file.renditions(),
        markdown,
        account(row),
        row.getString("author"),
        instant(row, "created_at"));
  }

  private static @Nullable Long account(ResultSet row) throws SQLException {
    return row.getObject("author_id", Long.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private OffsetDateTime now() {
    return time.instant().atOffset(ZoneOffset.UTC);
  }
}
