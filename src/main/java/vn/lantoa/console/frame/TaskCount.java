package vn.lantoa.console.frame;

import vn.lantoa.security.Account;

/// Knows how much waits for somebody; the frame says so on every page.
@FunctionalInterface
public interface TaskCount {

  int of(Account account);
}
