package vn.lantoa.content;

import java.sql.Types;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;

/// Stores a text as the newest version of its item, unless it is that already: in use at once, or
/// beside an approved one. Within the caller's transaction.
final class NewVersions {

  private final JdbcClient jdbc;
  private final StoredContent stored;
  private final InstantSource time;

  NewVersions(JdbcClient jdbc, StoredContent stored, InstantSource time) {
    this.jdbc = jdbc;
    this.stored = stored;
    this.time = time;
  }

  private static final String ADD_ITEM =
      """
      insert into content_item (id, current_hash, unit_id, created_at)
      values (:id, :hash, :unit, :now)
      on conflict (id) do nothing
      """;

  /// What a draft has become.
  enum Change {
    /// It says what the newest version says.
    NONE,
    /// It is the version in use.
    CURRENT,
    /// The newest version is another one now; the one in use is not.
    BESIDE
  }

  /// @param hash of the draft, as [#hashOf] gives it
  Change take(Draft draft, String hash, Actor author, Shelf shelf) {
    boolean isNew =
        jdbc.sql(ADD_ITEM)
                .param("id", draft.id())
                .param("hash", hash)
                .param("unit", shelf.unitId(), Types.BIGINT)
                .param("now", now())
                .update()
            == 1;
    var item = LockedItem.of(jdbc, draft.id());
    if (!isNew && !shelf.mayChange().test(item.unitId())) {
      throw new Refusal("content.of-another-unit", draft.id());
    }
    if (!isNew && author.accountId() == null && isOldNews(draft.id(), hash, item)) {
      return Change.NONE;
    }
    store(draft, hash, author);
    if (!isNew && item.latest().equals(hash) && !item.withdrawn()) {
      return Change.NONE;
    }
    if (isNew || item.withdrawn() || !stored.get(draft.id()).isApproved()) {
      setCurrent(draft.id(), hash);
      return Change.CURRENT;
    }
    propose(draft.id(), hash);
    return Change.BESIDE;
  }

  /// What this draft is known by. A version from before facts were bound keeps its hash, and with
  /// it its approval and the campaigns that send it, as long as the draft states the same facts.
  String hashOf(Draft draft) {
    return stored
        .version(draft.id(), draft.wordsHash())
        .filter(draft::statesFactsOf)
        .map(ContentVersion::hash)
        .orElseGet(draft::hash);
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
  private boolean isOldNews(String id, String hash, LockedItem item) {
    boolean untouched = item.latest().equals(hash) && !item.withdrawn();
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
         -- The same words and facts, written down in another way.
         set markdown = excluded.markdown
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
             proposed_hash = null,
             withdrawn_at = null
       where id = :id
      """;

  void setCurrent(String id, String hash) {
    jdbc.sql(SET_CURRENT).param("id", id).param("hash", hash).update();
  }

  /// What says the same as the version in use takes back what was proposed.
  private static final String PROPOSE =
      """
      update content_item
         set proposed_hash = nullif(:hash, current_hash)
       where id = :id
      """;

  private void propose(String id, String hash) {
    jdbc.sql(PROPOSE).param("id", id).param("hash", hash).update();
  }

  private OffsetDateTime now() {
    return time.instant().atOffset(ZoneOffset.UTC);
  }
}
