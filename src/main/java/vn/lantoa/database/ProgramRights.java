package vn.lantoa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// What the role the program works by may do, said anew after each migration, so that no migration
/// has to think of it: read, add, change and delete rows; in a table whose trigger refuses changes
/// (`insert_only`) read and add; of the history of migrations, read. It owns nothing, so it can
/// neither switch a trigger off nor change the schema.
///
/// Where one role does both, there is nothing to give: then the triggers alone hold.
final class ProgramRights implements Callback {

  /// Until PostgreSQL 17 only an owner could ask for statistics.
  private static final String RIGHTS =
      """
      select format(
        case
          when c.relkind = 'S' then 'grant usage, select on %%s %%s'
          when c.relname = 'flyway_schema_history' or c.relkind = 'v' then 'grant select on %%s %%s'
          when exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                       where t.tgrelid = c.oid and f.proname = 'insert_only')
            then 'revoke all on %%1$s %%2$s from %1$s; grant select, insert on %%1$s %%2$s'
          when current_setting('server_version_num')::int >= 170000
            then 'grant select, insert, update, delete, maintain on %%s %%s'
          else 'grant select, insert, update, delete on %%s %%s'
        end || ' to %1$s',
        case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass)
      from pg_class c
      join pg_namespace s on s.oid = c.relnamespace
      where s.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'S')
        and pg_get_userbyid(c.relowner) = current_user
      order by c.relname
      """;

  private final String program;

  ProgramRights(String program) {
    this.program = program;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      give(context.getConnection());
    } catch (SQLException e) {
      throw new FlywayException("Could not give " + program + " its rights", e);
    }
  }

  private void give(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var names =
          statement.executeQuery(
              "select quote_ident('%s'), current_user <> '%1$s', quote_ident(current_schema())"
                  .formatted(program.replace("'", "''")));
      names.next();
      if (!names.getBoolean(2)) {
        return;
      }
      var role = names.getString(1);
      var all = new StringJoiner("; ");
      // Two nodes that start together would stumble over each other's grants.
      all.add("select pg_advisory_xact_lock(hashtext('program_rights'))");
      all.add("grant usage on schema " + names.getString(3) + " to " + role);
      var rights = statement.executeQuery(RIGHTS.formatted(role));
      while (rights.next()) {
        all.add(rights.getString(1));
      }
      // As one: there is no moment at which it may do more than it should.
      statement.execute(all.toString());
    }
  }

  @Override
  public String getCallbackName() {
    return "rights of the program";
  }
}
