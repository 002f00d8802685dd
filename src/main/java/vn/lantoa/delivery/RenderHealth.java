package vn.lantoa.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.Retries;

/// Stops a campaign whose text cannot be made for too many: one odd name costs one delivery, a
/// broken template must not cost all of them.
@Component
class RenderHealth {

  private static final Logger log = LoggerFactory.getLogger(RenderHealth.class);

  private static final double MOST = 0.05;

  /// Fewer failures than this are odd names.
  private static final int TELLING = 3;

  /// So few messages say nothing about a share.
  private static final int FEW = 20;

  /// More campaigns than ever run at once; when it is full it starts again.
  private static final int REMEMBERED = 500;

  private final Campaigns campaigns;
  private final Retries retries;
  private final JdbcClient jdbc;
  private final Map<Long, Count> counts = new ConcurrentHashMap<>();

  RenderHealth(Campaigns campaigns, Retries retries, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.retries = retries;
  }

  void composed(long campaign) {
    of(campaign).add(false);
  }

  void failed(ClaimedDelivery delivery) {
    long campaign = delivery.campaignId();
    if (wasTriedBefore(delivery.id())) {
      return;
    }
    if (of(campaign).add(true)) {
      counts.remove(campaign);
      try {
        retries.run("pause", () -> campaigns.pause(campaign, "@render-failures", Actor.SYSTEM));
        log.warn(
            "campaign={} is paused: its text cannot be made for more than 5 % of its recipients",
            campaign);
      } catch (Refusal _) {
        // Someone was faster.
      }
    }
  }

  /// What is sent again fails as it did before, and says nothing of the others.
  private boolean wasTriedBefore(long delivery) {
    return jdbc.sql("select exists (select from attempt where delivery_id = :id)")
        .param("id", delivery)
        .query(Boolean.class)
        .single();
  }

  private Count of(long campaign) {
    if (counts.size() > REMEMBERED) {
      counts.clear();
    }
    return counts.computeIfAbsent(campaign, _ -> new Count());
  }

  private static final class Count {
    private int all;
    private int failed;

    /// @return whether too many failed
    synchronized boolean add(boolean failure) {
      all++;
      failed += failure ? 1 : 0;
      return failure && failed >= TELLING && failed > MOST * Math.max(all, FEW);
    }
  }
}
