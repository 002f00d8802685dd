package vn.lantoa.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;

/// Files of recipients while somebody works on them: in the database, so that it does not matter
/// which node is asked next.
@Repository
class KeptFiles {

  private final JdbcClient jdbc;
  private final KeptParts parts;

  KeptFiles(JdbcClient jdbc, KeptParts parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  /// Beside the file of now: a person works on one list, and perhaps on another one.
  private static final int MOST_OTHERS = 9;

  private static final String FORGET =
      """
      with held as materialized (
        select id from recipient_file
        where id in (select id from recipient_file where account_id = :account order by id desc offset :most)
        order by id for update
      )
      delete from recipient_file f using held where f.id = held.id
      """;

  /// Keeps it in the place of the oldest that this person has here, where there are many: whoever
  /// sent it has it still.
  long keep(long unitId, String name, InputStream bytes, Actor actor) throws IOException {
    jdbc.sql(FORGET).param("account", actor.accountId()).param("most", MOST_OTHERS).update();
    long id =
        jdbc.sql(
                """
                insert into recipient_file (unit_id, account_id, file_name, at)
                values (:unit, :account, :name, lantoa_now()) returning id
                """)
            .param("unit", unitId)
            .param("account", actor.accountId())
            .param("name", name)
            .query(Long.class)
            .single();
    parts.keep(id, bytes);
    return id;
  }

  private static final String FIND =
      """
      select f.*, i.actor, i.at as taken_at, i.added, i.changed, i.unchanged, i.refused
      from recipient_file f left join recipient_import i on i.id = f.import_id
      where f.id = :id
      """;

  Optional<KeptFile> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(KeptFiles::kept).optional();
  }

  /// What was sent, as a file of this machine that whoever asked deletes.
  Path copy(long id) {
    return parts.copy(id);
  }

  void choose(long id, Choices choices) {
    var columns = choices.columns();
    jdbc.sql(
            """
            update recipient_file set sheet = :sheet, header_row = :header, columns = :columns::text[],
              audience = :audience, several = :several, purpose = :purpose
            where id = :id
            """)
        .param("sheet", choices.sheet())
        .param("header", choices.headerRow())
        .param(
            "columns",
            columns == null ? null : columns.stream().map(Field::name).toArray(String[]::new))
        .param("audience", choices.audience())
        .param("several", choices.several().name())
        .param("purpose", choices.purpose().name())
        .param("id", id)
        .update();
  }

  /// Once: whoever comes second finds it taken.
  ///
  /// @throws Refusal `import.taken`
  void take(long id) {
    var open =
        jdbc.sql("select id from recipient_file where id = :id and import_id is null for update")
            .param("id", id)
            .query(Long.class)
            .optional();
    if (open.isEmpty()) {
      throw new Refusal("import.taken");
    }
  }

  void taken(KeptFile file, Check check, Actor actor) {
    jdbc.sql(
            """
            with taken as (
              insert into recipient_import (unit_id, file_name, actor, added, changed, unchanged, refused)
              values (:unit, :file, :actor, :added, :changed, :unchanged, :refused)
              returning id
            )
            update recipient_file set import_id = (select id from taken) where id = :id
            """)
        .param("unit", file.unitId())
        .param("file", file.fileName())
        .param("actor", actor.name())
        .param("added", check.added())
        .param("changed", check.changed() + check.returned())
        .param("unchanged", check.unchanged())
        .param("refused", check.refused())
        .param("id", file.id())
        .update();
  }

  void drop(long id) {
    jdbc.sql("delete from recipient_file where id = :id").param("id", id).update();
  }

  /// Of the unit and those below it, open or taken in.
  List<Long> within(long unitId) {
    return jdbc.sql(
            "select id from recipient_file where unit_id in (select unit_and_below(:unit)) order by id")
        .param("unit", unitId)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static final String PAST =
      """
      select file_name, actor, at as taken_at, added, changed, unchanged, refused
        from recipient_import
       where unit_id in (select unit_and_below(:rootUnitId))
       order by at desc, id desc
       limit 10
      """;

  List<Past> past(long rootUnitId) {
    return jdbc.sql(PAST).param("rootUnitId", rootUnitId).query((row, _) -> past(row)).list();
  }

  private static Past past(ResultSet row) throws SQLException {
    return new Past(
        row.getString("file_name"),
        row.getString("actor"),
        row.getTimestamp("taken_at").toInstant(),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("unchanged"),
        row.getInt("refused"));
  }

  private static KeptFile kept(ResultSet row, int number) throws SQLException {
    return new KeptFile(
        row.getLong("id"),
        row.getLong("unit_id"),
        row.getObject("account_id", Long.class),
        row.getString("file_name"),
        row.getTimestamp("at").toInstant(),
        new Choices(
            row.getInt("sheet"),
            row.getObject("header_row", Integer.class),
            fields(row.getArray("columns")),
            row.getString("audience"),
            Several.valueOf(row.getString("several")),
            Purpose.valueOf(row.getString("purpose"))),
        row.getTimestamp("taken_at") == null ? null : past(row));
  }

  private static @Nullable List<Field> fields(@Nullable Array columns) throws SQLException {
    return columns == null
        ? null
        : Arrays.stream((String[]) columns.getArray()).map(Field::valueOf).toList();
  }
}
