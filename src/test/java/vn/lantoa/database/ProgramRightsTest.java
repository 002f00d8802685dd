package vn.lantoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the role the program works by may do, and what a hole in one of its statements may not.
class ProgramRightsTest {

  private static final List<String> INSERT_ONLY =
      List.of("audit_check", "audit_entry", "audit_seal");

  private final DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);

  @Test
  void itReadsAndWritesEveryTableButThose() {
    assertThat(tablesWith("has_table_privilege(oid, 'select')")).hasSizeGreaterThan(50);
    assertThat(tablesWith("not has_table_privilege(oid, 'insert')"))
        .containsExactly("flyway_schema_history");
    for (var right : List.of("update", "delete")) {
      assertThat(tablesWith("not has_table_privilege(oid, '" + right + "')"))
          .as(right)
          .containsExactly("audit_check", "audit_entry", "audit_seal", "flyway_schema_history");
    }
    assertThat(
            tablesWith("has_table_privilege(oid, 'truncate') or pg_has_role(relowner, 'member')"))
        .isEmpty();
    // A run of a campaign asks for statistics of the queue.
    assertThat(tablesWith("has_table_privilege(oid, 'maintain')")).contains("queue");
  }

  private List<String> tablesWith(String condition) {
    return jdbc.sql(
            "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and ("
                + condition
                + ") order by 1")
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'Bình'",
        "delete from audit_entry",
        "truncate audit_entry cascade",
        "alter table audit_entry disable trigger all",
        "drop table audit_entry cascade",
        "update audit_seal set hash = sha256('x')",
        "delete from audit_check",
        "update flyway_schema_history set success = false",
        "create table mine (n int)",
        "create or replace function insert_only() returns trigger language sql as ''",
        "set session_replication_role = replica",
        "set role lantoa_owner",
        "set role postgres",
        "grant lantoa_owner to lantoa",
        "alter role lantoa superuser",
        "copy (select 1) to program 'id'",
        "copy audit_check from '/etc/passwd'",
        "select pg_read_file('/etc/passwd')",
        "create extension file_fdw"
      })
  void aHoleInAStatementIsNoHoleInTheTrail(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .rootCause()
        .message()
        .matches("(?s).*(permission denied|must be owner|no permission|must be superuser).*");
  }

  /// Where an operator has made one role for both, the triggers are what there is.
  @Test
  void ownedByTheProgramItsRowsStillStay() {
    var owned = TestDatabase.of("select 1");
    TestDatabase.migrate(owned);
    var owner = JdbcClient.create(owned);
    owner
        .sql("insert into audit_entry (actor, action, subject) values ('Lan', 'x.y', 'z')")
        .update();

    for (var table : INSERT_ONLY) {
      for (var statement :
          List.of(
              "delete from " + table,
              "truncate " + table + " cascade",
              "update "
                  + table
                  + " set "
                  + (table.equals("audit_seal") ? "place" : "at")
                  + " = default")) {
        assertThatThrownBy(() -> owner.sql(statement).update())
            .as(statement)
            .rootCause()
            .hasMessageContaining("is insert-only");
      }
    }
    assertThat(owner.sql("select count(*) from audit_entry").query(Integer.class).single())
        .isEqualTo(1);
  }
}
