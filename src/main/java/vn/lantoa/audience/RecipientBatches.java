package vn.lantoa.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;

/// Writes recipients by arrays, a few thousand rows to a statement. Call it inside a transaction.
@Component
class RecipientBatches {

  private final JdbcClient jdbc;

  RecipientBatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds those whose dedupe key is new to their unit.
  ///
  /// @return how many were
  int insert(List<NewRecipient> batch, Actor actor) {
    var byPlace = new LinkedHashMap<Place, NewRecipient>();
    batch.forEach(recipient -> byPlace.putIfAbsent(Place.of(recipient), recipient));
    var rows = List.copyOf(byPlace.values());
    var ids = new HashMap<Place, Long>();
    jdbc.sql(
            """
            insert into recipient (unit_id, name, audience, dedupe_key)
            select * from unnest(:units::bigint[], :names::text[], :audiences::text[], :keys::text[])
            on conflict (dedupe_key, unit_id) do nothing
            returning id, unit_id, dedupe_key
            """)
        .param("units", rows.stream().map(NewRecipient::unitId).toArray(Long[]::new))
        .param("names", rows.stream().map(NewRecipient::name).toArray(String[]::new))
        .param("audiences", rows.stream().map(NewRecipient::audience).toArray(String[]::new))
        .param("keys", byPlace.keySet().stream().map(Place::key).toArray(String[]::new))
        .query(row -> {
          ids.put(
              new Place(row.getLong("unit_id"), row.getString("dedupe_key")), row.getLong("id"));
        });
    insertContactPoints(byPlace, ids, actor);
    return ids.size();
  }

  /// A person is known once in a unit.
  private record Place(long unitId, String key) {

    static Place of(NewRecipient recipient) {
      return new Place(recipient.unitId(), recipient.key());
    }
  }

  private void insertContactPoints(
      Map<Place, NewRecipient> byPlace, Map<Place, Long> ids, Actor actor) {
    var owners = new ArrayList<Long>();
    var channels = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    var sources = new ArrayList<String>();
    var purposes = new ArrayList<String>();
    byPlace.forEach((place, recipient) -> {
      var id = ids.get(place);
      if (id != null) {
        recipient
            .addresses()
            .forEach((channel, address) -> {
              owners.add(id);
              channels.add(channel.key());
              addresses.add(address);
              sources.add(recipient.consentSource().strip());
              purposes.add(recipient.purpose().name());
            });
      }
    });
    jdbc.sql(
            """
            with given as (
              select * from unnest(:owners::bigint[], :channels::text[], :addresses::text[], :sources::text[],
                :purposes::text[]) as given (recipient_id, channel, address, source, purpose)
            ), points as (
              insert into contact_point (recipient_id, channel, address, consent_at, consent_source, promotion_at)
              select recipient_id, channel, address,
                case when source <> '' then lantoa_now() end, nullif(source, ''),
                case when source <> '' and purpose = 'PROMO' then lantoa_now() end
              from given
            )
            insert into consent_event (recipient_id, channel, given, source, purpose, actor)
            select recipient_id, channel, true, source, purpose, :actor from given where source <> ''
            """)
        .param("owners", owners.toArray(Long[]::new))
        .param("channels", channels.toArray(String[]::new))
        .param("addresses", addresses.toArray(String[]::new))
        .param("sources", sources.toArray(String[]::new))
        .param("purposes", purposes.toArray(String[]::new))
        .param("actor", actor.name())
        .update();
  }
}
