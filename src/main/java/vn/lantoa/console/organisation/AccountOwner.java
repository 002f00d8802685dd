package vn.lantoa.console.organisation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.security.Account;
import vn.lantoa.security.Grants;
import vn.lantoa.security.Grants.Term;

/// An account belongs to all the units it has, or will have, a role in; without any to those it had
/// one in.
@Component
final class AccountOwner implements Owner {

  private final Grants grants;
  private final InstantSource clock;

  AccountOwner(Grants grants, InstantSource clock) {
    this.grants = grants;
    this.clock = clock;
  }

  @Override
  public Class<?> of() {
    return Account.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return new ArrayList<>(unitsOf(Owner.number(id)));
  }

  List<Long> unitsOf(long id) {
    var all = grants.of(id);
    if (all.isEmpty()) {
      throw new Refusal("account.unknown");
    }
    var now = clock.instant();
    var left = all.stream().filter(term -> term.at(now) != Grants.State.OVER).toList();
    return units(left.isEmpty() ? all : left);
  }

  private static List<Long> units(List<Term> terms) {
    return terms.stream().map(Term::unitId).distinct().toList();
  }
}
