package vn.lantoa.console.organisation;

import java.util.List;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// One account in the list.
public record AccountRow(Account account, List<GrantRow> grants) {

  public record GrantRow(Role role, String unitName) {}
}
