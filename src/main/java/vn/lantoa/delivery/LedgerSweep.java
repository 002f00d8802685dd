package vn.lantoa.delivery;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.database.Retries;

/// Looks after what nobody looks after by acting: leases that ran out, deadlines that passed, runs
/// and campaigns that are done. Every statement may run on every node at any time.
@Component
class LedgerSweep {

  private static final Logger log = LoggerFactory.getLogger(LedgerSweep.class);

  private final DeliveryQueue queue;
  private final Tally tally;
  private final WaveRuns runs;
  private final InstantSource clock;
  private final Retries retries;

  LedgerSweep(
      DeliveryQueue queue, Tally tally, WaveRuns runs, InstantSource clock, Retries retries) {
    this.queue = queue;
    this.tally = tally;
    this.runs = runs;
    this.clock = clock;
    this.retries = retries;
  }

  @Scheduled(fixedDelayString = "${lantoa.delivery.sweep-every:5s}", initialDelayString = "2s")
  void recover() {
    var overdue = queue.overdue();
    int uncertain = overdue.leases() ? queue.recoverLapsed() : 0;
    if (uncertain > 0) {
      log.warn(
          "{} deliveries lost their node while on the wire; they are uncertain and wait for a person",
          uncertain);
    }
    queue.cancel();
    int expired = overdue.deadlines() ? queue.expire() : 0;
    if (expired > 0) {
      log.warn("{} deliveries waited beyond their deadline and are expired, not sent", expired);
    }
  }

  @Scheduled(fixedDelayString = "${lantoa.delivery.fold-every:5s}", initialDelayString = "5s")
  void fold() {
    retries.run("fold", tally::fold);
  }

  /// A campaign is finished when no row is open, never because a cursor reached the end.
  @Scheduled(fixedDelayString = "${lantoa.delivery.finish-every:1s}", initialDelayString = "1s")
  void finish() {
    var running = runs.running();
    var settled = running.isEmpty() ? running : queue.settledRuns(running);
    retries.run("finish", () -> runs.finish(settled, clock.instant()));
  }
}
