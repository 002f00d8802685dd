package vn.lantoa.console.frame;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// How far an account's word reaches, for pages that more than one role may use.
@Component
public class Remit {

  private final Access access;

  Remit(Access access) {
    this.access = access;
  }

  /// The unit of its first grant with one of these roles: the top of what lists show.
  ///
  /// @throws Refusal `access.foreign-unit` when it has none of them anywhere
  public long top(Account account, Role... anyOf) {
    var roles = List.of(anyOf);
    return account.grants().stream()
        .filter(grant -> roles.contains(grant.role()))
        .map(Account.Grant::unitId)
        .findFirst()
        .orElseThrow(() -> new Refusal("access.foreign-unit"));
  }

  public boolean reaches(Account account, long unitId, Role... anyOf) {
    return Arrays.stream(anyOf).anyMatch(role -> access.may(account, role, unitId));
  }

  /// @throws Refusal `access.foreign-unit`
  public void require(Account account, long unitId, Role... anyOf) {
    if (!reaches(account, unitId, anyOf)) {
      throw new Refusal("access.foreign-unit");
    }
  }
}
