package vn.lantoa.console.people;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.ConsentProof;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;

/// What is done to one person, each with its line in the audit trail.
@Component
class PersonActs {

  private final Recipients recipients;
  private final Consents consents;
  private final Audited audited;

  PersonActs(Recipients recipients, Consents consents, Audited audited) {
    this.recipients = recipients;
    this.consents = consents;
    this.audited = audited;
  }

  /// Who had been removed comes back.
  ///
  /// @return the number of the person
  /// @throws Refusal `people.taken` when the person is on the list of the unit already; other units
  ///   are not asked
  long add(NewRecipient person, ConsentProof proof, Actor actor) {
    return audited.act(
        actor,
        "recipient.add",
        id -> "recipient:" + id,
        // The trail outlives the person: it knows numbers, no names.
        "",
        () -> {
          var put = recipients.weigh(List.of(person), Scope.NAMED_UNIT).getFirst().put();
          if (put != Put.ADDED && put != Put.RETURNED) {
            throw new Refusal("people.taken");
          }
          recipients.put(person, actor);
          long id = recipients.byKey(person.key(), person.unitId()).orElseThrow();
          consents.prove(id, proof);
          return id;
        });
  }

  void change(long id, NewRecipient person, ConsentProof proof, Actor actor) {
    act(
        actor,
        "recipient.change",
        id,
        () -> {
          recipients.change(id, person, actor);
          consents.prove(id, proof);
        });
  }

  void remove(long id, Actor actor) {
    act(actor, "recipient.remove", id, () -> recipients.remove(id));
  }

  void restore(long id, Actor actor) {
    act(actor, "recipient.restore", id, () -> recipients.restore(id));
  }

  private void act(Actor actor, String action, long id, Runnable act) {
    audited.act(actor, action, "recipient:" + id, "", act);
  }
}
