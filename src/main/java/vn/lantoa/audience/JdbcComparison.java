package vn.lantoa.audience;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.audience.Recipients.Weighed;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// Compares people as they are given with people as they are known, many at a time.
@Component
class JdbcComparison {

  private final JdbcClient jdbc;
  private final ForgottenRefusals refusals;

  JdbcComparison(JdbcClient jdbc, ForgottenRefusals refusals) {
    this.jdbc = jdbc;
    this.refusals = refusals;
  }

  private static final String KNOWN =
      """
      select r.id, r.unit_id, r.name, r.audience, r.dedupe_key, r.removed_at is not null as removed,
        p.channel, p.address,
        case when p.promotion_at is not null then 'PROMO' when p.consent_at is not null then 'NOTICE' end as agreed
      from recipient r left join contact_point p on p.recipient_id = r.id
      where r.dedupe_key = any(:keys::text[]) and (r.unit_id = any(:named::bigint[])
        or r.unit_id in (select unit_and_below(top) from unnest(:scope::bigint[]) as top))
      order by r.id
      """;

  /// Of those who are known, who they are: in the unit that is given or else, if they are on the
  /// list, elsewhere in the scope.
  Map<NewRecipient, Known> known(List<NewRecipient> given, Scope scope) {
    var found = read(given, scope);
    var known = new HashMap<NewRecipient, Known>();
    var taken = new HashSet<Long>();
    for (var one : given) {
      var here = found.getOrDefault(one.key(), Map.of()).get(one.unitId());
      if (here != null) {
        known.put(one, here);
        taken.add(here.id());
      }
    }
    for (var one : given) {
      if (!known.containsKey(one)) {
        found.getOrDefault(one.key(), Map.of()).values().stream()
            .filter(elsewhere -> !elsewhere.removed() && !taken.contains(elsewhere.id()))
            .findFirst()
            .ifPresent(elsewhere -> known.put(one, elsewhere));
      }
    }
    return known;
  }

  /// By key, then by unit in the order in which they came.
  private Map<String, Map<Long, Known>> read(List<NewRecipient> given, Scope scope) {
    var found = new HashMap<String, Map<Long, Known>>();
    jdbc.sql(KNOWN)
        .param("keys", given.stream().map(NewRecipient::key).toArray(String[]::new))
        .param("named", given.stream().map(NewRecipient::unitId).distinct().toArray(Long[]::new))
        .param("scope", scope.array())
        .query(row -> {
          var units =
              found.computeIfAbsent(row.getString("dedupe_key"), _ -> new LinkedHashMap<>());
          var one =
              units.getOrDefault(
                  row.getLong("unit_id"),
                  new Known(
                      row.getLong("id"),
                      row.getLong("unit_id"),
                      row.getString("name"),
                      row.getString("audience"),
                      row.getBoolean("removed"),
                      new HashMap<>(),
                      Purpose.PROMO));
          var channel = row.getString("channel");
          var agreed = row.getString("agreed");
          units.put(
              one.unitId(),
              channel == null
                  ? one
                  : one.and(
                      new Channel(channel),
                      row.getString("address"),
                      agreed == null ? null : Purpose.valueOf(agreed)));
        });
    return found;
  }

  /// Before anything is written: what was refused by who is erased does not stand again yet.
  List<Weighed> weigh(List<NewRecipient> given, Scope scope) {
    var suppressed = suppressed(given);
    suppressed.addAll(refusals.waiting(ListedAddress.of(given)));
    return weigh(given, scope, known(given, scope), suppressed);
  }

  List<Weighed> weigh(List<NewRecipient> given, Scope scope, Map<NewRecipient, Known> known) {
    return weigh(given, scope, known, suppressed(given));
  }

  private static List<Weighed> weigh(
      List<NewRecipient> given,
      Scope scope,
      Map<NewRecipient, Known> known,
      Set<ListedAddress> suppressed) {
    return given.stream()
        .map(one -> {
          var before = known.get(one);
          return new Weighed(
              put(one, before, scope),
              ListedAddress.of(one).stream().anyMatch(suppressed::contains),
              before != null && before.unitId() != one.unitId());
        })
        .toList();
  }

  private static Put put(NewRecipient given, @Nullable Known known, Scope scope) {
    if (known == null) {
      return Put.ADDED;
    }
    return known.removed()
        ? Put.RETURNED
        : known.says(given, scope.moving()) ? Put.UNCHANGED : Put.CHANGED;
  }

  private static final String SUPPRESSED =
      """
      select s.channel, s.address, given.unit
      from unnest(:channels::text[], :addresses::text[], :units::bigint[]) as given (channel, address, unit)
      join suppression s on s.channel = given.channel and s.address = given.address and s.lifted_at is null
        and holds_in(s, given.unit)
      """;

  private Set<ListedAddress> suppressed(List<NewRecipient> given) {
    var points = ListedAddress.of(given);
    return new HashSet<>(
        jdbc.sql(SUPPRESSED)
            .param("channels", points.stream().map(ListedAddress::channel).toArray(String[]::new))
            .param("addresses", points.stream().map(ListedAddress::address).toArray(String[]::new))
            .param("units", points.stream().map(ListedAddress::unit).toArray(Long[]::new))
            .query(
                (row, _) -> new ListedAddress(row.getString(1), row.getString(2), row.getLong(3)))
            .list());
  }
}
