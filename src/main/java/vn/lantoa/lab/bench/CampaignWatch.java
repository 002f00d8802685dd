package vn.lantoa.lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.delivery.ChannelPauses;

/// Looks at a campaign from outside while it goes out: by what the database shows.
final class CampaignWatch {

  private final BenchServer server;
  private final long campaign;

  CampaignWatch(BenchServer server, long campaign) {
    this.server = server;
    this.campaign = campaign;
  }

  /// The run becomes visible with the commit that holds all its deliveries.
  ///
  /// @param until of [System#nanoTime]
  /// @return when that was, by the database's clock
  Instant awaitExpansion(long until) throws InterruptedException {
    while (server
        .jdbc()
        .sql("select id from wave_run where campaign_id = :id")
        .param("id", campaign)
        .query()
        .listOfRows()
        .isEmpty()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The wave did not fire");
      }
      Thread.sleep(2);
    }
    return databaseTime();
  }

  void awaitEnd(long until) throws InterruptedException {
    while (!server.get(Campaigns.class).get(campaign).status().isOver()) {
      var pause = server.get(ChannelPauses.class).all().stream().findFirst();
      if (System.nanoTime() > until || pause.isPresent()) {
        throw new IllegalStateException(
            "The campaign did not end: "
                + pause.map(ChannelPauses.Pause::reason).orElse("too slow"));
      }
      Thread.sleep(100);
    }
  }

  static double perSecond(long n, Instant from, Instant to) {
    return n / Math.max(Duration.between(from, to).toNanos() / 1e9, 1e-6);
  }

  private Instant databaseTime() {
    return server
        .jdbc()
        .sql("select clock_timestamp()")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
