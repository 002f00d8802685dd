package vn.lantoa.audience;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;

/// Changes what is known of one person. Call it inside a transaction.
@Component
class RecipientChanges {

  private final JdbcClient jdbc;
  private final JdbcConsents consents;
  private final StaffRefusals refusals;

  RecipientChanges(JdbcClient jdbc, JdbcConsents consents, StaffRefusals refusals) {
    this.jdbc = jdbc;
    this.consents = consents;
    this.refusals = refusals;
  }

  /// Writes what is said of the person over what is known. Who had been removed comes back.
  ///
  /// @param unitId where the person belongs from now on
  void merge(long id, long unitId, NewRecipient given, Actor actor) {
    refusals.follow(id, unitId);
    askTheParents(id, given, actor);
    jdbc.sql(
            """
            update recipient set unit_id = :unit, name = :name, audience = :audience, removed_at = null where id = :id
            """)
        .param("unit", unitId)
        .param("name", given.name())
        .param("audience", given.audience())
        .param("id", id)
        .update();
    addresses(id, given, actor);
  }

  /// Who turns out to be a child has agreed to nothing: what is agreed to for him from now on, a
  /// parent does.
  private void askTheParents(long id, NewRecipient given, Actor actor) {
    if (!Children.are(given.audience()) || Children.are(audience(id))) {
      return;
    }
    var ended =
        jdbc.sql(
                """
                update contact_point set consent_at = null, promotion_at = null
                where recipient_id = :id and consent_at is not null returning channel
                """)
            .param("id", id)
            .query((row, _) -> new Channel(row.getString(1)))
            .list();
    consents.record(id, ended, false, Consents.NOW_A_CHILD, Purpose.NOTICE, actor);
  }

  private String audience(long id) {
    return jdbc.sql("select audience from recipient where id = :id for update")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /// Of a channel nothing was given for nothing was agreed to.
  private void addresses(long id, NewRecipient given, Actor actor) {
    given.addresses().forEach((channel, address) -> put(id, channel, address, given));
    if (!given.consentSource().isBlank()) {
      consents.record(
          id, given.addresses().keySet(), true, given.consentSource(), given.purpose(), actor);
    }
  }

  private void put(long id, Channel channel, String address, NewRecipient given) {
    jdbc.sql(
            """
            insert into contact_point (recipient_id, channel, address, consent_at, consent_source, promotion_at)
            values (:id, :channel, :address, case when :source <> '' then lantoa_now() end, nullif(:source, ''),
              case when :promo then lantoa_now() end)
            on conflict (recipient_id, channel) do update
            set address = excluded.address,
                -- Another address needs its own consent; the same one keeps what it has.
                consent_at = case when contact_point.address = excluded.address
                  then coalesce(contact_point.consent_at, excluded.consent_at) else excluded.consent_at end,
                consent_source = case when contact_point.address = excluded.address
                  then coalesce(contact_point.consent_source, excluded.consent_source)
                  else excluded.consent_source end,
                promotion_at = case when contact_point.address = excluded.address
                  then coalesce(contact_point.promotion_at, excluded.promotion_at) else excluded.promotion_at end
            """)
        .param("id", id)
        .param("channel", channel.key())
        .param("address", address)
        .param("source", given.consentSource().strip())
        .param("promo", given.agrees(Purpose.PROMO))
        .update();
  }

  /// Makes the person what is given, and gives up what is not.
  void replace(long id, NewRecipient given, Actor actor) {
    refusals.follow(id, given.unitId());
    askTheParents(id, given, actor);
    try {
      jdbc.sql(
              """
              update recipient set unit_id = :unit, dedupe_key = :key, name = :name, audience = :audience
              where id = :id
              """)
          .param("unit", given.unitId())
          .param("key", given.key())
          .param("name", given.name())
          .param("audience", given.audience())
          .param("id", id)
          .update();
    } catch (DuplicateKeyException _) {
      throw new Refusal("people.taken");
    }
    jdbc.sql(
            """
            delete from contact_point
            where recipient_id = :id and channel in ('sms', 'email') and not channel = any(:kept::text[])
            """)
        .param("id", id)
        .param("kept", given.addresses().keySet().stream().map(Channel::key).toArray(String[]::new))
        .update();
    addresses(id, given, actor);
  }

  /// @param removed false: brings it back
  void remove(long id, boolean removed) {
    jdbc.sql(
            "update recipient set removed_at = case when :removed then lantoa_now() end where id = :id")
        .param("removed", removed)
        .param("id", id)
        .update();
  }
}
