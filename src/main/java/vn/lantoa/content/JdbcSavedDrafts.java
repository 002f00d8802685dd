package vn.lantoa.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;

/// Drafts in the database. Every statement asks for the writer, so that a foreign draft does not
/// exist.
@Repository
class JdbcSavedDrafts implements SavedDrafts {

  /// Of one person; nobody works on so many, and all of them together fill a disk.
  private static final int MOST = 100;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final InstantSource time;

  JdbcSavedDrafts(JdbcClient jdbc, InstantSource time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  private static final String OF_WRITER =
      """
      select id, coalesce(item_id, '') item_id, fields, saved_at
        from content_draft
       where account_id = :writer
       order by saved_at desc, id desc
      """;

  @Override
  public List<SavedDraft> of(Actor writer) {
    return jdbc.sql(OF_WRITER).param("writer", id(writer)).query(JdbcSavedDrafts::draft).list();
  }

  @Override
  public Optional<SavedDraft> of(Actor writer, String itemId) {
    return of(writer).stream().filter(draft -> draft.itemId().equals(itemId)).findFirst();
  }

  @Override
  public Optional<SavedDraft> find(Actor writer, long id) {
    return of(writer).stream().filter(draft -> draft.id() == id).findFirst();
  }

  @Override
  public SavedDraft get(Actor writer, long id) {
    return find(writer, id).orElseThrow(JdbcSavedDrafts::unknown);
  }

  private static final String BEGIN =
      """
      insert into content_draft (account_id, item_id, fields, saved_at)
      values (:writer, nullif(:item, ''), cast(:fields as json), :now)
      returning id
      """;

  @Override
  public long begin(Actor writer, String itemId, Map<String, List<String>> fields) {
    if (of(writer).size() >= MOST) {
      throw new Refusal("content.drafts-many", MOST);
    }
    return jdbc.sql(BEGIN)
        .param("writer", id(writer))
        .param("item", itemId)
        .param("fields", JSON.writeValueAsString(fields))
        .param("now", now())
        .query(Long.class)
        .single();
  }

  private static final String SAVE =
      """
      update content_draft
         set fields = cast(:fields as json),
             saved_at = :now
       where id = :id
         and account_id = :writer
      """;

  @Override
  public void save(Actor writer, long id, Map<String, List<String>> fields) {
    int saved =
        jdbc.sql(SAVE)
            .param("id", id)
            .param("writer", id(writer))
            .param("fields", JSON.writeValueAsString(fields))
            .param("now", now())
            .update();
    if (saved == 0) {
      throw unknown();
    }
  }

  private static final String DISCARD =
      """
      delete from content_draft
       where id = :id
         and account_id = :writer
      """;

  @Override
  public void discard(Actor writer, long id) {
    jdbc.sql(DISCARD).param("id", id).param("writer", id(writer)).update();
  }

  private OffsetDateTime now() {
    return time.instant().atOffset(ZoneOffset.UTC);
  }

  private static long id(Actor writer) {
    return Objects.requireNonNull(writer.accountId(), "a draft belongs to an account");
  }

  private static Refusal unknown() {
    return new Refusal("content.draft-unknown");
  }

  private static SavedDraft draft(ResultSet row, int number) throws SQLException {
    return new SavedDraft(
        row.getLong("id"),
        row.getString("item_id"),
        JSON.readValue(row.getString("fields"), FIELDS),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
