package vn.lantoa.console.privacy;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.privacy.SubjectRequest;

/// A request belongs to the unit that has to answer it.
@Component
final class RequestOwner implements Owner {

  private final RequestDetails details;

  RequestOwner(RequestDetails details) {
    this.details = details;
  }

  @Override
  public Class<?> of() {
    return SubjectRequest.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(details.request(Owner.number(id)).unitId());
  }
}
