package vn.lantoa.console.people;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Transfers;
import vn.lantoa.audience.Transfers.Request;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;

/// What is asked for a person is answered by the unit that keeps him on its list.
@Component
final class TransferOwner implements Owner {

  private final Transfers transfers;

  TransferOwner(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public Class<?> of() {
    return Request.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(
        transfers
            .find(Owner.number(id))
            .orElseThrow(() -> new Refusal("people.transfer-answered"))
            .unitId());
  }
}
