package vn.lantoa.campaign;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.Outlet;
import vn.lantoa.org.Outlets;
import vn.lantoa.org.SenderChanged;

/// Fixes what an approval is for: the text of a wave, the names it is signed with, the pages it is
/// published on, about how many people it is for, its first moment. What changes of these
/// afterwards is for the next approval.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WaveRelease {

  private final JdbcClient jdbc;
  private final CampaignPlanner planner;
  private final ContentLibrary library;
  private final Outlets outlets;
  private final ApprovedAudience audience;
  private final InstantSource clock;

  WaveRelease(
      JdbcClient jdbc,
      CampaignPlanner planner,
      ContentLibrary library,
      Outlets outlets,
      ApprovedAudience audience,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.planner = planner;
    this.library = library;
    this.outlets = outlets;
    this.audience = audience;
    this.clock = clock;
  }

  /// A wave that has no moment left (it ran before the campaign went back to approval) stays as it
  /// is.
  ///
  /// @throws Refusal `campaign.content-not-approved`, `campaign.no-rendition`,
  ///   `campaign.start-passed`
  void release(Wave wave) {
    var item = library.get(wave.itemId());
    var alreadyRan =
        jdbc.sql("select exists (select from wave_run where wave_id = :id and status <> 'HELD')")
            .param("id", wave.id())
            .query(Boolean.class)
            .single();
    if (alreadyRan && !wave.timing().repeats()) {
      return;
    }
    if (!item.isApproved()) {
      throw new Refusal("campaign.content-not-approved", item.title());
    }
    // The item may have lost a rendition since the campaign was handed in.
    if (!planner.unwritten(item, wave.channels()).isEmpty()) {
      throw new Refusal("campaign.no-rendition", item.title());
    }
    var now = clock.instant();
    var first =
        wave.timing()
            .firstIfApproved(now.truncatedTo(ChronoUnit.SECONDS), wave.catchUp())
            .orElseThrow(() -> new Refusal("campaign.start-passed"));
    var pages =
        outlets.inUse(wave.segment().unitId(), wave.channels()).stream()
            .map(Outlet::id)
            .toArray(Long[]::new);
    jdbc.sql(
            """
            update wave set content_hash = :hash, names_as_of = :now, outlets = :pages, next_fire_at = :first
            where id = :id
            """)
        .param("hash", item.current().hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("pages", pages)
        .param("first", first.atOffset(ZoneOffset.UTC))
        .param("id", wave.id())
        .update();
    audience.fix(wave);
  }

  /// Who has the page of a campaign that waits before his eyes reads it again before he approves
  /// it.
  @EventListener
  void senderChanged(SenderChanged change) {
    jdbc.sql(
            """
            with held as materialized (
              select c.id from campaign c
              where c.status = 'SUBMITTED'
                and (c.unit_id = :unit or exists (select from wave w where w.campaign_id = c.id
                      and :unit in (select unit_and_below(w.segment_unit_id))))
              order by c.id for update of c
            )
            update campaign c set version = c.version + 1 from held where c.id = held.id
            """)
        .param("unit", change.unitId())
        .update();
  }
}
