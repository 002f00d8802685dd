package vn.lantoa.console.frame;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;

/// How much waits for the reader, for the menu of every page. Counting takes several questions to
/// the database, so a count is kept for a while; an act on this node ends that, for whoever acted
/// looks at once whether it is gone.
@Component
class Waiting {

  /// What others did on another node shows this late.
  private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

  /// More people than look at pages at once; when it is full it starts again.
  private static final int MOST = 5_000;

  private final ObjectProvider<TaskCount> tasks;
  private final Access access;
  private final Map<Long, Counted> counts = new ConcurrentHashMap<>();
  private final AtomicLong acts = new AtomicLong();

  /// @param at by [System#nanoTime]
  private record Counted(int count, long at) {}

  // The home page counts them, and needs the frame.
  Waiting(ObjectProvider<TaskCount> tasks, Access access) {
    this.tasks = tasks;
    this.access = access;
  }

  /// Nothing for those who have no home page to find it on.
  int of(Account account) {
    if (!access.has(account, Nav.HOME.permission())) {
      return 0;
    }
    long now = System.nanoTime();
    var known = counts.get(account.id());
    if (known != null && now - known.at < KEPT_NANOS) {
      return known.count;
    }
    long before = acts.get();
    int count = tasks.getObject().of(account);
    if (counts.size() >= MOST) {
      counts.clear();
    }
    // What was counted while somebody acted may be of before.
    if (acts.get() == before) {
      counts.put(account.id(), new Counted(count, now));
    }
    return count;
  }

  /// The same, counted now: beside what it counts nothing older may stand.
  int now(Account account) {
    counts.remove(account.id());
    return of(account);
  }

  /// Something was done.
  void forget() {
    acts.incrementAndGet();
    counts.clear();
  }
}
