package vn.lantoa.console.delivery;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;

/// A delivery belongs to the unit of its campaign.
@Component
final class DeliveryOwner implements Owner {

  private final Deliveries deliveries;

  DeliveryOwner(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public Class<?> of() {
    return Delivery.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(
        deliveries
            .find(Owner.number(id))
            .orElseThrow(() -> new Refusal("delivery.unknown"))
            .campaignUnitId());
  }
}
