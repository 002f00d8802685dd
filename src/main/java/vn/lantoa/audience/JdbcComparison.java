package vn.lantoa.audience;

import java.util.HashMap;
import java.util.HashSet;
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

/// Compares people as they are given with people as they are known, many at a time.
@Component
class JdbcComparison {

  private final JdbcClient jdbc;

  JdbcComparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String KNOWN =
      """
      select r.id, r.unit_id, r.name, r.audience, r.dedupe_key, r.removed_at is not null as removed,
        p.channel, p.address, p.consent_at is not null as consented
      from recipient r left join contact_point p on p.recipient_id = r.id
      where r.dedupe_key = any(:keys::text[])
      """;

  /// By their keys.
  Map<String, Known> known(List<NewRecipient> given) {
    var known = new HashMap<String, Known>();
    jdbc.sql(KNOWN)
        .param("keys", given.stream().map(NewRecipient::key).toArray(String[]::new))
        .query(row -> {
          var one =
              known.getOrDefault(
                  row.getString("dedupe_key"),
                  new Known(
                      row.getLong("id"),
                      row.getLong("unit_id"),
                      row.getString("name"),
                      row.getString("audience"),
                      row.getBoolean("removed"),
                      new HashMap<>(),
                      true));
          var channel = row.getString("channel");
          if (channel != null) {
            one.addresses().put(new Channel(channel), row.getString("address"));
          }
          known.put(
              row.getString("dedupe_key"),
              channel == null || row.getBoolean("consented") ? one : one.withoutConsent());
        });
    return known;
  }

  List<Weighed> weigh(List<NewRecipient> given) {
    return weigh(given, known(given));
  }

  List<Weighed> weigh(List<NewRecipient> given, Map<String, Known> known) {
    var suppressed = suppressed(given);
    return given.stream()
        .map(one ->
            new Weighed(
                put(one, known.get(one.key())),
                one.addresses().entrySet().stream()
                    .anyMatch(point ->
                        suppressed.contains(point.getKey().key() + " " + point.getValue()))))
        .toList();
  }

  private static Put put(NewRecipient given, @Nullable Known known) {
    if (known == null) {
      return Put.ADDED;
    }
    return known.removed() ? Put.RETURNED : known.says(given) ? Put.UNCHANGED : Put.CHANGED;
  }

  private static final String SUPPRESSED =
      """
      select s.channel || ' ' || s.address
      from unnest(:channels::text[], :addresses::text[]) as given (channel, address)
      join suppression s on s.channel = given.channel and s.address = given.address and s.lifted_at is null
      """;

  private Set<String> suppressed(List<NewRecipient> given) {
    var points = given.stream().flatMap(one -> one.addresses().entrySet().stream()).toList();
    return new HashSet<>(
        jdbc.sql(SUPPRESSED)
            .param(
                "channels",
                points.stream().map(point -> point.getKey().key()).toArray(String[]::new))
            .param("addresses", points.stream().map(Map.Entry::getValue).toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
