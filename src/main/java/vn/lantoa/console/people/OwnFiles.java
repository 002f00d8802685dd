package vn.lantoa.console.people;

import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.roster.KeptFile;
import vn.lantoa.roster.Rosters;
import vn.lantoa.security.Account;

/// The files somebody sent. They are nobody else's: they hold what people entrusted to one office.
@Component
class OwnFiles {

  private final Rosters rosters;

  OwnFiles(Rosters rosters) {
    this.rosters = rosters;
  }

  /// @throws Refusal `import.file-unknown`
  KeptFile any(long id, Account account) {
    var file = rosters.find(id).orElseThrow(() -> new Refusal("import.file-unknown"));
    if (!account.actor().isSamePersonAs(file.accountId())) {
      throw new Refusal("import.file-unknown");
    }
    return file;
  }

  /// @throws Refusal `import.taken` when it was taken in already
  KeptFile open(long id, Account account) {
    var file = any(id, account);
    if (file.taken() != null) {
      throw new Refusal("import.taken");
    }
    return file;
  }
}
