package vn.lantoa.console.organisation;

import java.util.List;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// One account in the list.
///
/// @param hasFactor whether a second factor is asked for at its login
public record AccountRow(Account account, boolean hasFactor, List<GrantRow> grants) {

  public record GrantRow(Role role, String unitName) {}
}
