package vn.lantoa.audience;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// All recipients.
public interface Recipients {

  /// Adds a recipient, or changes the one with the same dedupe key.
  Put put(NewRecipient recipient, Actor actor);

  /// Adds many at once, fast; those whose dedupe key exists are left as they are.
  ///
  /// @return how many were new
  int addAll(Stream<NewRecipient> recipients, Actor actor);

  Optional<Recipient> find(long id);

  /// By part of the name (marks may be left out: `phuong thao` finds Phương Thảo), telephone number
  /// or e-mail, in the unit and below, by name.
  List<Recipient> search(long unitId, String text, int offset, int limit);

  long count(long unitId);

  /// @param code the unit's own code for the person; empty when it has none
  /// @param addresses channel → address, in canonical form
  /// @param consentSource where consent was given; empty: none was
  record NewRecipient(
      long unitId,
      String name,
      String audience,
      String code,
      Map<Channel, String> addresses,
      String consentSource) {}

  enum Put {
    ADDED,
    CHANGED,
    UNCHANGED
  }
}
