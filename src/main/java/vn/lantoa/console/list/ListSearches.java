package vn.lantoa.console.list;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.Repeated;
import vn.lantoa.security.Account;

/// Who searched a list of people, and whom it showed him: their numbers, never the words, which are
/// a name or an address.
@Component
public final class ListSearches {

  private final Repeated trail;

  ListSearches(Repeated trail) {
    this.trail = trail;
  }

  /// Nothing while no words are looked for.
  public ListView shown(ListView list, Account account) {
    if (!list.asked().words().isEmpty()) {
      trail.record(
          account.actor(),
          "list.search",
          "list:" + list.asked().path(),
          list.lines().stream().map(ListView.Line::id).collect(Collectors.joining(" ")));
    }
    return list;
  }
}
