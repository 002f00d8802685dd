package vn.lantoa.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Folded;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnit.Kind;

@Repository
@Transactional(readOnly = true)
class JdbcOrgUnits implements OrgUnits {

  private static final int LONGEST_CODE = 40;

  /// Stands in import files and their names.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final UnitParents parents;

  JdbcOrgUnits(JdbcClient jdbc, ApplicationEventPublisher events, InstantSource clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
    parents = new UnitParents(jdbc);
  }

  @Override
  @Transactional
  public OrgUnit add(
      @Nullable Long parentId, Kind kind, String code, String name, LocalDate validFrom) {
    if (parentId != null && !kind.mayBeBelow(get(parentId).kind())) {
      throw new Refusal("unit.kind-misplaced");
    }
    var plainCode = PlainLine.of(code, LONGEST_CODE);
    if (!CODE.matcher(plainCode).matches()) {
      throw new Refusal("unit.code-letters");
    }
    requireOwnCode(plainCode);
    var plainName = PublicName.of(name);
    if (parentId != null) {
      PublicName.requireNoneOf(elsewhere(parentId), plainName);
    }
    try {
      return jdbc.sql(
              """
              insert into org_unit (parent_id, kind, code, name, short_name, valid_from)
              values (:parent, :kind, :code, :name, :short, :from) returning *
              """)
          .param("parent", parentId)
          .param("kind", kind.name())
          .param("code", plainCode)
          .param("name", plainName)
          .param("short", fits(plainName) ? plainName : "")
          .param("from", validFrom)
          .query(JdbcOrgUnits::unit)
          .single();
    } catch (DuplicateKeyException _) {
      throw new Refusal("unit.code-taken", plainCode);
    }
  }

  /// Files name units by code or by name, and people write both with other letters and signs.
  private void requireOwnCode(String code) {
    var read = Folded.id(code);
    for (var other : all()) {
      if (read.equals(Folded.id(other.code()))) {
        throw new Refusal("unit.code-taken", code);
      }
      if (read.equals(Folded.id(other.name())) || read.equals(Folded.id(other.shortName()))) {
        throw new Refusal("unit.code-of-another", code, other.name());
      }
    }
  }

  @Override
  @Transactional
  public OrgUnit shorten(long id, String shortName) {
    // No line end may come into an SMS by a name.
    var name = PublicName.of(shortName.replaceAll("[\\s\\p{Cc}]+", " "));
    if (!Folded.id(name).equals(Folded.id(get(id).name()))) {
      // Schools of different places bear the same names, and may.
      var others = all().stream().filter(other -> other.kind() != Kind.SCHOOL);
      PublicName.requireNoneOf(others.filter(other -> other.id() != id).toList(), name);
    }
    if (!fits(name)) {
      throw new Refusal("unit.short-name-long", name, OrgUnit.LONGEST_SHORT_NAME);
    }
    var before =
        jdbc.sql("select short_name from org_unit where id = :id for update")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new Refusal("unit.unknown"));
    if (before.equals(name)) {
      return get(id);
    }
    jdbc.sql("update org_unit set short_name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
    events.publishEvent(new SenderChanged(id));
    // After who listens: what somebody approves at this very moment is approved before it.
    jdbc.sql("insert into former_short_name (unit_id, until, short_name) values (:id, :now, :name)")
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("name", before)
        .update();
    return get(id);
  }

  /// Schools of different places bear the same names, and may; what lies beside it may be what it
  /// takes the place of.
  private List<OrgUnit> elsewhere(long parentId) {
    return subtree(path(parentId).getFirst().id()).stream()
        .filter(other -> other.kind() != Kind.SCHOOL)
        .filter(other -> other.parentId() == null || other.parentId() != parentId)
        .toList();
  }

  private static boolean fits(String name) {
    return name.codePointCount(0, name.length()) <= OrgUnit.LONGEST_SHORT_NAME;
  }

  @Override
  public OrgUnit get(long id) {
    return jdbc.sql("select * from org_unit where id = :id")
        .param("id", id)
        .query(JdbcOrgUnits::unit)
        .optional()
        .orElseThrow(() -> new Refusal("unit.unknown"));
  }

  @Override
  public OrgUnit asOf(long id, @Nullable Instant moment) {
    var unit = get(id);
    return moment == null
        ? unit
        : jdbc.sql(
                """
                select short_name from former_short_name
                where unit_id = :id and until > :moment order by until limit 1
                """)
            .param("id", id)
            .param("moment", moment.atOffset(ZoneOffset.UTC))
            .query(String.class)
            .optional()
            .map(unit::called)
            .orElse(unit);
  }

  @Override
  public Optional<OrgUnit> byCode(String code) {
    return jdbc.sql("select * from org_unit where code = :code")
        .param("code", code.strip())
        .query(JdbcOrgUnits::unit)
        .optional();
  }

  @Override
  public List<OrgUnit> all() {
    return jdbc.sql(
            """
            with recursive tree as (
              select u.*, array[u.name, u.id::text] as place from org_unit u where parent_id is null
              union all
              select u.*, tree.place || array[u.name, u.id::text] from org_unit u join tree on u.parent_id = tree.id
            )
            select * from tree where valid_to is null or valid_to >= current_date order by place
            """)
        .query(JdbcOrgUnits::unit)
        .list();
  }

  @Override
  public List<OrgUnit> subtree(long rootId) {
    return jdbc.sql(
            """
            with recursive tree as (
              select u.*, array[u.name, u.id::text] as place from org_unit u where id = :root
              union all
              select u.*, tree.place || array[u.name, u.id::text] from org_unit u join tree on u.parent_id = tree.id
            )
            select * from tree where id = :root or valid_to is null or valid_to >= current_date order by place
            """)
        .param("root", rootId)
        .query(JdbcOrgUnits::unit)
        .list();
  }

  @Override
  public boolean isWithin(long unitId, long rootId) {
    return parents.upwards(unitId).anyMatch(unit -> unit == rootId);
  }

  @Override
  public boolean isTop(long unitId) {
    return parents.upwards(unitId).count() == 1;
  }

  @Override
  public List<OrgUnit> path(long unitId) {
    return jdbc.sql(
            """
            with recursive up as (
              select u.*, 0 as height from org_unit u where id = :unit
              union all
              select u.*, up.height + 1 from org_unit u join up on u.id = up.parent_id
            )
            select * from up order by height desc
            """)
        .param("unit", unitId)
        .query(JdbcOrgUnits::unit)
        .list();
  }

  private static OrgUnit unit(ResultSet row, int number) throws SQLException {
    return new OrgUnit(
        row.getLong("id"),
        (Long) row.getObject("parent_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getString("name"),
        row.getString("short_name"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
