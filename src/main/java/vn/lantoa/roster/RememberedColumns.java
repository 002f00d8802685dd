package vn.lantoa.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a unit said its headings mean: its next file is understood without asking.
@Repository
class RememberedColumns {

  private final JdbcClient jdbc;

  RememberedColumns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By the heading without marks.
  Map<String, Field> of(long unitId) {
    var fields = new HashMap<String, Field>();
    jdbc.sql("select heading, field from recipient_column where unit_id = :unit")
        .param("unit", unitId)
        .query(row -> {
          fields.put(row.getString("heading"), Field.valueOf(row.getString("field")));
        });
    return fields;
  }

  void remember(long unitId, List<String> headings, List<Field> fields) {
    for (int i = 0; i < Math.min(headings.size(), fields.size()); i++) {
      var heading = Plain.heading(headings.get(i));
      if (!heading.isEmpty()) {
        jdbc.sql(
                """
                insert into recipient_column (unit_id, heading, field) values (:unit, :heading, :field)
                on conflict (unit_id, heading) do update set field = excluded.field
                """)
            .param("unit", unitId)
            .param("heading", heading)
            .param("field", fields.get(i).name())
            .update();
      }
    }
  }
}
