package vn.lantoa.site;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlet;
import vn.lantoa.org.Outlets;

/// The columns of the portal, of all units.
@Component
class Columns {

  private final OrgUnits units;
  private final Outlets outlets;

  Columns(OrgUnits units, Outlets outlets) {
    this.units = units;
    this.outlets = outlets;
  }

  List<Outlet> all() {
    return units.all().stream()
        .filter(unit -> unit.parentId() == null)
        .flatMap(root -> outlets.inUse(root.id(), Set.of(Channel.PORTAL)).stream())
        .toList();
  }

  /// @throws ResponseStatusException 404 when there is none of this name
  Outlet get(String name) {
    return all().stream()
        .filter(column -> column.address().equals(name))
        .findFirst()
        .orElseThrow(Columns::unknown);
  }

  /// Shown as everywhere: by a page that says so.
  static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
