package vn.lantoa.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.DataSubject;
import vn.lantoa.privacy.DataSubjects;
import vn.lantoa.privacy.ForgottenPeople;
import vn.lantoa.privacy.Holding;
import vn.lantoa.privacy.PersonMarks;
import vn.lantoa.privacy.PersonalData;

/// A person on the lists: who he is, where he is reached, what he agreed to. Erased last, for the
/// others find him by it.
@Repository
@Order(PersonOnLists.LAST)
class PersonOnLists implements PersonalData, DataSubjects {

  static final int LAST = 1_000;

  private final JdbcClient jdbc;
  private final ForgottenPeople forgotten;
  private final ForgottenRefusals refusals;

  PersonOnLists(JdbcClient jdbc, ForgottenPeople forgotten, ForgottenRefusals refusals) {
    this.jdbc = jdbc;
    this.forgotten = forgotten;
    this.refusals = refusals;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DataSubject> find(long id) {
    var entries =
        jdbc.sql(
                """
                select id, unit_id from recipient where :id in (id, merged_into) order by (id = :id) desc, id
                """)
            .param("id", id)
            .query((row, _) -> new Entry(row.getLong(1), row.getLong(2)))
            .list();
    return entries.isEmpty() || entries.getFirst().id() != id
        ? Optional.empty()
        : Optional.of(
            subject(entries.stream().map(Entry::id).toList(), entries.getFirst().unitId()));
  }

  private record Entry(long id, long unitId) {}

  private DataSubject subject(List<Long> ids, long unitId) {
    var entries = ids.toArray(Long[]::new);
    Set<String> addresses =
        new HashSet<>(
            texts(
                "select address from contact_point where recipient_id = any(:ids::bigint[])",
                entries));
    Set<String> names =
        new HashSet<>(texts("select name from recipient where id = any(:ids::bigint[])", entries));
    // The trigger that keeps former words does not say what they were.
    for (var word :
        texts(
            "select words from former where target_kind = 'PERSON' and target_id = any(:ids::bigint[])",
            entries)) {
      (word.startsWith("+") || word.indexOf('@') > 0 ? addresses : names).add(word);
    }
    var shared =
        jdbc.sql(
                """
                select address from contact_point
                where recipient_id <> all(:ids::bigint[]) and address = any(:addresses::text[])
                """)
            .param("ids", entries)
            .param("addresses", addresses.toArray(String[]::new))
            .query(String.class)
            .set();
    var own = new HashSet<>(addresses);
    own.removeAll(shared);
    return new DataSubject(ids, unitId, Set.copyOf(names), Set.copyOf(addresses), Set.copyOf(own));
  }

  private List<String> texts(String statement, Long[] ids) {
    return jdbc.sql(statement).param("ids", ids).query((row, _) -> row.getString(1)).list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Holding> of(DataSubject subject) {
    return List.of(
        held(
            "person",
            List.of("name", "unit", "audience", "code", "at"),
            """
            select r.name, u.name, r.audience,
              case when r.dedupe_key like 'code:%' then regexp_replace(r.dedupe_key, '^code:[0-9]*:', '') end, r.created_at
            from recipient r join org_unit u on u.id = r.unit_id where r.id = any(:ids::bigint[]) order by r.id
            """,
            subject),
        held(
            "addresses",
            List.of("channel", "address", "consented", "source", "refused"),
            """
            select p.channel, p.address, p.consent_at, p.consent_source, s.reason
            from contact_point p join recipient r on r.id = p.recipient_id
            left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
              and holds_in(s, r.unit_id)
            where p.recipient_id = any(:ids::bigint[]) order by p.channel
            """,
            subject),
        held(
            "consents",
            List.of(
                "at", "channel", "given", "purpose", "given-by", "way", "text", "source", "proof"),
            """
            select at, channel, case when given then 'GIVEN' else 'WITHDRAWN' end, purpose, given_by, way, text_version,
              source, evidence
            from consent_event where recipient_id = any(:ids::bigint[]) order by at, id
            """,
            subject),
        held(
            "former",
            List.of("words"),
            "select words from former where target_kind = 'PERSON' and target_id = any(:ids::bigint[]) order by words",
            subject));
  }

  private Holding held(String kind, List<String> fields, String statement, DataSubject subject) {
    RowMapper<List<@Nullable Object>> cells = (row, _) -> cells(row, fields.size());
    return new Holding(
        kind, fields, jdbc.sql(statement).param("ids", subject.array()).query(cells).list());
  }

  private static List<@Nullable Object> cells(ResultSet row, int many) throws SQLException {
    var cells = new ArrayList<@Nullable Object>();
    for (int i = 1; i <= many; i++) {
      var cell = row.getObject(i);
      cells.add(cell instanceof java.sql.Timestamp at ? at.toInstant() : cell);
    }
    return cells;
  }

  @Override
  @Transactional
  public void erase(DataSubject subject) {
    var unitCodes =
        jdbc
            .sql(
                "select unit_id, dedupe_key from recipient where id = any(:ids::bigint[]) order by id for update")
            .param("ids", subject.array())
            .query((row, _) -> code(row.getLong(1), row.getString(2)))
            .list()
            .stream()
            .filter(code -> !code.isEmpty())
            .toList();
    forgotten.remember(subject.id(), PersonMarks.of(subject, unitCodes));
    refusals.keep(subject);
    // Addresses, consents and what other units asked go with him.
    jdbc.sql("delete from recipient where id = any(:ids::bigint[])")
        .param("ids", subject.array())
        .update();
    // Last: what is deleted becomes a former word.
    jdbc.sql("delete from former where target_kind = 'PERSON' and target_id = any(:ids::bigint[])")
        .param("ids", subject.array())
        .update();
  }

  private static String code(long unitId, String key) {
    var code = DedupeKey.code(key);
    return code.isEmpty() ? "" : PersonMarks.code(unitId, code);
  }
}
