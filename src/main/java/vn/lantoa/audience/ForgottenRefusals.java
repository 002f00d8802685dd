package vn.lantoa.audience;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.privacy.DataSubject;
import vn.lantoa.privacy.Patterns;
import vn.lantoa.secret.InstallationSecret;

/// What was refused by people of whom nothing else is left: erasing somebody takes back no refusal.
/// An address on a list has none here, so whatever puts one there anew calls [#restore] first; what
/// goes from one entry to another need not. Call it inside a transaction.
@Component
class ForgottenRefusals {

  private static final String PURPOSE = "forgotten-refusal";

  private final JdbcClient jdbc;
  private final InstallationSecret key;

  ForgottenRefusals(JdbcClient jdbc, InstallationSecret key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  private record Row(long id, String channel, String address, boolean stands) {}

  private static final String OWN =
      """
      select id, channel, address, lifted_at is null as stands
        from suppression
       where address = any(:own::text[])
       order by channel, address for update
      """;

  // Whoever brought one to a list held the row until it was there.
  private static final String MEANWHILE =
      """
      select s.id
        from suppression s
        join contact_point p on p.channel = s.channel and p.address = s.address
       where s.id = any(:ids::bigint[]) and p.recipient_id <> all(:people::bigint[])
      """;

  private static final String KEEP =
      """
      insert into forgotten_refusal (hash, channel, reason, source, since, own_at, unit_id, units)
      select given.hash, s.channel, s.reason,
        -- Where staff wrote it down, these are their words.
        case when s.unit_id is null then s.source else without_person(s.source, :patterns::text[]) end,
        s.since, s.own_at, s.unit_id, s.units
      from unnest(:ids::bigint[], :hashes::bytea[]) as given (id, hash) join suppression s on s.id = given.id
      """;

  /// Takes the addresses that are the person's alone out of what is suppressed. What still stands
  /// of it is remembered.
  void keep(DataSubject subject) {
    var rows = new ArrayList<>(own(subject));
    var meanwhile =
        new HashSet<>(
            jdbc.sql(MEANWHILE)
                .param("ids", ids(rows))
                .param("people", subject.array())
                .query(Long.class)
                .list());
    rows.removeIf(row -> meanwhile.contains(row.id()));
    var standing = rows.stream().filter(Row::stands).toList();
    // What was remembered of an address before and what was said since become one.
    restore(places(standing));
    jdbc.sql(KEEP)
        .param("ids", ids(standing))
        .param("hashes", hashes(places(standing).keySet()))
        .param("patterns", Patterns.of(subject).toArray(String[]::new))
        .update();
    jdbc.sql(
            """
            with held as materialized (
              select id from suppression where id = any(:ids::bigint[]) order by channel, address for update
            )
            delete from suppression s using held where s.id = held.id
            """)
        .param("ids", ids(rows))
        .update();
  }

  private List<Row> own(DataSubject subject) {
    return jdbc.sql(OWN)
        .param("own", subject.own().toArray(String[]::new))
        .query((row, _) ->
            new Row(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .list();
  }

  /// What was refused at these addresses stands again, together with what was refused since.
  void restore(List<ListedAddress> addresses) {
    var places = new LinkedHashMap<String, Place>();
    addresses.forEach(one -> put(places, one.channel(), one.address()));
    restore(places);
  }

  // A key share: who refuses, lifts or sends changes no key, and waits for no list to be taken in;
  // who erases does.
  private static final String HOLD =
      """
      select s.id
        from suppression s
        join unnest(:channels::text[], :addresses::text[]) as given (channel, address)
          on given.channel = s.channel and given.address = s.address
       where s.lifted_at is null
       order by s.channel, s.address for key share of s
      """;

  private static final String RESTORE =
      """
      with given as (
        select * from unnest(:hashes::bytea[], :addresses::text[]) as given (hash, address)
      ), held as materialized (
        select f.*, given.address from forgotten_refusal f join given on given.hash = f.hash
        order by f.hash for update of f
      ), gone as (
        delete from forgotten_refusal f using held where f.hash = held.hash
      )
      insert into suppression (channel, address, reason, source, since, own_at, unit_id, units)
      select channel, address, reason, source, since, own_at, unit_id, units from held order by channel, address
      on conflict (channel, address) where lifted_at is null do update
      set (reason, source, since, unit_id, units, own_at) = (
        select one.reason, one.source, one.since, one.unit_id,
          case when one.units is not null then array(select distinct unnest(suppression.units || excluded.units)) end,
          least(suppression.own_at, excluded.own_at)
        from (values
            (suppression.reason, suppression.source, suppression.since, suppression.unit_id, suppression.units),
            (excluded.reason, excluded.source, excluded.since, excluded.unit_id, excluded.units)
          ) as one (reason, source, since, unit_id, units)
        -- What nobody lifts; what staff said, which is there when the person takes back his own word; of that,
        -- what holds everywhere.
        order by one.reason in ('OPT_OUT', 'MANUAL'), one.reason = 'OPT_OUT' and one.unit_id is null,
          one.units is not null, one.since
        limit 1)
      """;

  private void restore(Map<String, Place> places) {
    if (places.isEmpty()) {
      return;
    }
    var channels = places.values().stream().map(Place::channel).toArray(String[]::new);
    var addresses = places.values().stream().map(Place::address).toArray(String[]::new);
    // Who is erasing one of them is done when this has them.
    jdbc.sql(HOLD)
        .param("channels", channels)
        .param("addresses", addresses)
        .query(Long.class)
        .list();
    if (isAny()) {
      jdbc.sql(RESTORE)
          .param("hashes", hashes(places.keySet()))
          .param("addresses", addresses)
          .update();
    }
  }

  /// Which of them somebody had refused at for their unit, and will have again when they come to a
  /// list.
  Set<ListedAddress> waiting(List<ListedAddress> addresses) {
    return addresses.isEmpty() || !isAny()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    """
                    select given.place
                    from unnest(:hashes::bytea[], :units::bigint[]) with ordinality as given (hash, unit, place)
                    join forgotten_refusal f on f.hash = given.hash and holds_in(f, given.unit)
                    """)
                .param(
                    "hashes",
                    hashes(
                        addresses.stream().map(one -> mark(one.channel(), one.address())).toList()))
                .param("units", addresses.stream().map(ListedAddress::unit).toArray(Long[]::new))
                .query((row, _) -> addresses.get(row.getInt(1) - 1))
                .list());
  }

  private boolean isAny() {
    return jdbc.sql("select exists (select from forgotten_refusal)").query(Boolean.class).single();
  }

  private record Place(String channel, String address) {}

  private static Map<String, Place> places(List<Row> rows) {
    var places = new LinkedHashMap<String, Place>();
    rows.forEach(row -> put(places, row.channel(), row.address()));
    return places;
  }

  private static void put(Map<String, Place> places, String channel, String address) {
    places.put(mark(channel, address), new Place(channel, address));
  }

  private static String mark(String channel, String address) {
    return channel + ' ' + address;
  }

  private byte[][] hashes(Collection<String> marks) {
    return marks.stream()
        .map(mark -> key.sign(PURPOSE, mark.getBytes(StandardCharsets.UTF_8)))
        .toArray(byte[][]::new);
  }

  private static Long[] ids(List<Row> rows) {
    return rows.stream().map(Row::id).toArray(Long[]::new);
  }
}
