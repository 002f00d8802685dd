package vn.lantoa.upgrade;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a database is made of, as PostgreSQL itself says it, one line for each part.
final class Schema {

  private Schema() {}

  static List<String> of(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            with ours as (
              select c.oid, c.relname, c.relkind from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
            )
            select relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
              || attidentity::text || ' ' || coalesce(attstattarget, -1) || coalesce(' ' || pg_get_expr(adbin, adrelid), '')
            from ours join pg_attribute a on a.attrelid = ours.oid
            left join pg_attrdef d on d.adrelid = ours.oid and d.adnum = a.attnum
            where relkind = 'r' and attnum > 0 and not attisdropped
            union all
            select pg_get_indexdef(oid) from ours where relkind = 'i' and relname not like 'flyway%'
            union all
            select pg_get_viewdef(oid) from ours where relkind = 'v'
            union all
            select relname || ' ' || conname || ' ' || pg_get_constraintdef(k.oid)
            from ours join pg_constraint k on k.conrelid = ours.oid
            union all
            select pg_get_triggerdef(t.oid) from ours join pg_trigger t on t.tgrelid = ours.oid where not tgisinternal
            union all
            select pg_get_functiondef(f.oid) from pg_proc f
            where f.pronamespace = 'public'::regnamespace
              and not exists (select from pg_depend where objid = f.oid and deptype = 'e')
            union all
            select 'extension ' || extname from pg_extension
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
