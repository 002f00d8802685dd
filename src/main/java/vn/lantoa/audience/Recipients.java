package vn.lantoa.audience;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// All recipients.
public interface Recipients {

  /// Adds a recipient to the unit, or changes the one it has with the same dedupe key. What is not
  /// said of him, an address that is left out above all, stays as it is.
  Put put(NewRecipient recipient, Actor actor);

  /// The same for many, fast, and for those too whom the scope finds elsewhere. They must differ in
  /// their keys or their units. Whom other units know is neither changed nor told of.
  ///
  /// @return of each in turn, what it came to
  List<Weighed> putAll(List<NewRecipient> recipients, Scope scope, Actor actor);

  /// What [#putAll] would come to. Nothing is changed.
  List<Weighed> weigh(List<NewRecipient> recipients, Scope scope);

  /// Adds many at once, fast; those whose dedupe key their unit has are left as they are.
  ///
  /// @return how many were new
  int addAll(Stream<NewRecipient> recipients, Actor actor);

  Optional<Recipient> find(long id);

  /// One that was removed, and can come back.
  Optional<Recipient> findRemoved(long id);

  /// The number of the one the unit has with this key, removed or not.
  Optional<Long> byKey(String key, long unitId);

  /// The people who are reached there now; a household shares a number.
  List<Long> reachedAt(Channel channel, String address);

  /// The unit's own code for the person; empty when it has none.
  String code(long id);

  /// Makes the person what is given, the unit too: an address that is left out is given up, consent
  /// stays with an address that stays.
  ///
  /// @throws vn.lantoa.common.Refusal `people.taken` when somebody else is that person
  void change(long id, NewRecipient recipient, Actor actor);

  /// Takes a person off the lists. What is known of him stays, and so do messages on their way.
  void remove(long id);

  void restore(long id);

  /// By part of the name (marks may be left out: `phuong thao` finds Phương Thảo), telephone number
  /// or e-mail, in the unit and below, by name.
  List<Recipient> search(long unitId, String text, int offset, int limit);

  long count(long unitId);

  /// @param code the unit's own code for the person; empty when it has none
  /// @param addresses channel → address, in canonical form
  /// @param consentSource where consent was given; empty: none was
  /// @param purpose to what; more than was agreed to before is added, less takes nothing away
  record NewRecipient(
      long unitId,
      String name,
      String audience,
      String code,
      Map<Channel, String> addresses,
      String consentSource,
      Purpose purpose) {

    /// Who agreed to notices, if to anything.
    public NewRecipient(
        long unitId,
        String name,
        String audience,
        String code,
        Map<Channel, String> addresses,
        String consentSource) {
      this(unitId, name, audience, code, addresses, consentSource, Purpose.NOTICE);
    }

    /// Whether the person agreed to that, or to more.
    boolean agrees(Purpose to) {
      return !consentSource.isBlank() && purpose.compareTo(to) >= 0;
    }

    /// What makes it the same person again in a unit.
    public String key() {
      return DedupeKey.of(this);
    }
  }

  enum Put {
    ADDED,
    CHANGED,
    UNCHANGED,
    /// Had been removed.
    RETURNED
  }

  /// @param suppressed whether to one of the addresses nobody may write
  /// @param elsewhere whether the person is known in another unit of the scope
  record Weighed(Put put, boolean suppressed, boolean elsewhere) {}
}
