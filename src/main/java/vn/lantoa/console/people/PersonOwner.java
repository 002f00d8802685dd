package vn.lantoa.console.people;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;

/// A person belongs to the unit that keeps him on its list, also when he was taken off it.
@Component
final class PersonOwner implements Owner {

  private final Recipients recipients;

  PersonOwner(Recipients recipients) {
    this.recipients = recipients;
  }

  @Override
  public Class<?> of() {
    return Recipient.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    long person = Owner.number(id);
    return List.of(
        recipients
            .find(person)
            .or(() -> recipients.findRemoved(person))
            .orElseThrow(() -> new Refusal("people.unknown"))
            .unitId());
  }
}
