package vn.lantoa.console.people;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.roster.KeptFile;
import vn.lantoa.roster.Rosters;

/// A file of recipients belongs to the unit it was brought for; that it is one's own is asked
/// besides ([OwnFiles]).
@Component
final class FileOwner implements Owner {

  private final Rosters rosters;

  FileOwner(Rosters rosters) {
    this.rosters = rosters;
  }

  @Override
  public Class<?> of() {
    return KeptFile.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(
        rosters
            .find(Owner.number(id))
            .orElseThrow(() -> new Refusal("import.file-unknown"))
            .unitId());
  }
}
