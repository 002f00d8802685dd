package vn.lantoa.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// Ends what has been kept long enough. When a day begins it is written down what ends on it; then
/// it is done in parts, each with its count in one transaction, so that after a crash whoever goes
/// on ends exactly what was planned.
@Service
public class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final RetentionRules rules;
  private final Map<String, Perishable> perishables;
  private final RetentionRuns runs;
  private final TransactionTemplate transaction;
  private final DatabaseClock clock;

  Retention(
      RetentionRules rules,
      List<Perishable> perishables,
      RetentionRuns runs,
      TransactionTemplate transaction,
      DatabaseClock clock) {
    this.rules = rules;
    this.perishables =
        perishables.stream().collect(Collectors.toMap(Perishable::kind, Function.identity()));
    this.runs = runs;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// @param due how many rows end when the next day begins
  public record Preview(RetentionRule rule, LocalDate day, long due) {}

  /// What will end when the next day begins, by kind.
  public List<Preview> preview() {
    var tomorrow = LocalDate.ofInstant(clock.read(), Zones.VIETNAM).plusDays(1);
    return rules.all().stream()
        .map(rule -> new Preview(rule, tomorrow, perishable(rule).due(before(rule, tomorrow))))
        .toList();
  }

  public List<RetentionRule> rules() {
    return rules.all();
  }

  @EventListener
  void plan(DayBegan began) {
    if (began.zone().equals(Zones.VIETNAM)) {
      for (var rule : rules.all()) {
        var before = before(rule, began.day());
        runs.plan(began.day(), rule.kind(), before, perishable(rule).due(before));
      }
    }
  }

  @Scheduled(fixedDelayString = "${lantoa.privacy.retention-every:1m}", initialDelayString = "30s")
  void work() {
    for (var run : runs.open()) {
      var perishable = perishables.get(run.kind());
      // Of an earlier version that knew more kinds, or of a later one.
      if (perishable != null) {
        work(run, perishable);
      }
    }
  }

  private void work(RetentionRun run, Perishable perishable) {
    try {
      Integer some;
      int all = 0;
      do {
        some = transaction.execute(_ -> part(run, perishable));
        all += some == null ? 0 : some;
      } while (some != null && some == perishable.part());
      if (all > 0) {
        log.info("day={} kind={}: {} rows ended", run.day(), run.kind(), all);
      }
    } catch (RuntimeException e) {
      log.error("day={} kind={} did not end; tried again in a minute", run.day(), run.kind(), e);
    }
  }

  private int part(RetentionRun run, Perishable perishable) {
    if (!runs.hold(run)) {
      return 0;
    }
    int some = perishable.purge(run.before(), perishable.part());
    runs.add(run, some, some < perishable.part());
    return some;
  }

  private Perishable perishable(RetentionRule rule) {
    var perishable = perishables.get(rule.kind());
    if (perishable == null) {
      throw new IllegalStateException("Nobody keeps " + rule.kind());
    }
    return perishable;
  }

  private static Instant before(RetentionRule rule, LocalDate day) {
    return rule.before(day).atStartOfDay(Zones.VIETNAM).toInstant();
  }
}
