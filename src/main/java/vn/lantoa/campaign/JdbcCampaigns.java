package vn.lantoa.campaign;

import static vn.lantoa.campaign.CampaignStatus.APPROVED;
import static vn.lantoa.campaign.CampaignStatus.DRAFT;
import static vn.lantoa.campaign.CampaignStatus.PAUSED;
import static vn.lantoa.campaign.CampaignStatus.RUNNING;
import static vn.lantoa.campaign.CampaignStatus.SUBMITTED;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.campaign.ApprovedAudience.Outgrown;
import vn.lantoa.common.Actor;
import vn.lantoa.common.ProgramAct;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.ContentChanged;
import vn.lantoa.content.ContentLibrary;

/// Campaigns in PostgreSQL. Each change locks the campaign's row first, so two people acting at
/// once act one after the other, and the second sees what the first did.
@Repository
@Transactional
class JdbcCampaigns implements Campaigns {

  private final JdbcClient jdbc;
  private final CampaignRows rows;
  private final WaveRows waves;
  private final CampaignPlanner planner;
  private final WaveRelease release;
  private final ContentLibrary library;
  private final WithdrawnTexts withdrawn;
  private final ApprovedAudience audience;
  private final Reapprovals reapprovals;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  JdbcCampaigns(
      JdbcClient jdbc,
      CampaignRows rows,
      WaveRows waves,
      CampaignPlanner planner,
      WaveRelease release,
      ContentLibrary library,
      WithdrawnTexts withdrawn,
      ApprovedAudience audience,
      Reapprovals reapprovals,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.waves = waves;
    this.planner = planner;
    this.release = release;
    this.library = library;
    this.withdrawn = withdrawn;
    this.audience = audience;
    this.reapprovals = reapprovals;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public CampaignPlan plan(CampaignDraft draft) {
    return planner.plan(draft);
  }

  @Override
  public Campaign create(CampaignDraft draft, Actor author) {
    planner.requireWithin(draft);
    long id =
        jdbc.sql(
                """
                insert into campaign (unit_id, name, purpose, status, author_id, author, writers, created_at)
                values (:unit, :name, :purpose, 'DRAFT', :authorId, :author,
                  array_remove(array[:authorId::bigint], null), :now)
                returning id
                """)
            .param("unit", draft.unitId())
            .param("name", draft.name().strip())
            .param("purpose", draft.purpose().name())
            .param("authorId", author.accountId())
            .param("author", author.name())
            .param("now", now())
            .query(Long.class)
            .single();
    waves.insert(id, draft.waves());
    return get(id);
  }

  @Override
  public Campaign change(long id, CampaignDraft draft, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status() == DRAFT || campaign.status() == APPROVED, "campaign.not-editable");
    // The runs of a wave are history: what has begun is cancelled and copied, not changed.
    require(!hasBegun(id), "campaign.has-begun");
    planner.requireWithin(draft);
    if (campaign.status() == APPROVED) {
      rows.stop(id);
      rows.move(id, DRAFT, "");
      events.publishEvent(new CampaignStopped(id, false));
    }
    jdbc.sql("delete from wave where campaign_id = :id").param("id", id).update();
    jdbc.sql(
            """
            update campaign
            set unit_id = :unit, name = :name, purpose = :purpose, version = version + 1, author_id = :authorId, author = :author,
                writers = case when approved_at is null then array_remove(writers, :authorId::bigint) else '{}' end
                  || array_remove(array[:authorId::bigint], null),
                approver_id = null, approver = null, approved_at = null
            where id = :id
            """)
        .param("unit", draft.unitId())
        .param("name", draft.name().strip())
        .param("purpose", draft.purpose().name())
        // Who wrote the last word must not approve it.
        .param("authorId", actor.accountId())
        .param("author", actor.name())
        .param("id", id)
        .update();
    waves.insert(id, draft.waves());
    return get(id);
  }

  @Override
  public Campaign submit(long id, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status() == DRAFT, "campaign.not-editable");
    planner.plan(campaign.asDraft()).problems().stream()
        .filter(CampaignPlan.Problem::blocks)
        .findFirst()
        .ifPresent(problem -> {
          throw new Refusal("campaign.not-ready", problem.key());
        });
    rows.move(id, SUBMITTED, "");
    rows.submitted(id, now(), actor);
    events.publishEvent(new CampaignSubmitted(id));
    return get(id);
  }

  @Override
  public Campaign recall(long id, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status() == SUBMITTED, "campaign.not-submitted");
    rows.move(id, DRAFT, "");
    return get(id);
  }

  @Override
  public void delete(long id, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status() == DRAFT, "campaign.not-a-draft");
    require(!hasBegun(id), "campaign.has-begun");
    jdbc.sql("delete from campaign where id = :id").param("id", id).update();
  }

  @Override
  @Transactional(readOnly = true)
  public Reading read(long id) {
    return reading(get(id));
  }

  private Reading reading(Campaign campaign) {
    return new Reading(
        campaign.version(),
        campaign.waves().stream()
            .map(wave -> library.find(wave.itemId()).map(item -> item.current().hash()).orElse(""))
            .toList(),
        campaign.waves().stream().mapToLong(audience::messages).sum());
  }

  @Override
  public Campaign approve(long id, Reading seen, Actor approver) {
    var campaign = rows.lock(id);
    requireSeen(campaign, seen.version());
    require(seen.isStill(reading(campaign)), "campaign.changed-meanwhile");
    approver.requireSecondPairOfEyesFor(campaign.writers(), "campaign.own");
    planner.requireWithin(campaign.asDraft());
    withdrawn.requireNoneWaitsIn(id);
    campaign.waves().forEach(release::release);
    jdbc.sql(
            """
            update campaign
            set status = case when exists (select from wave_run where campaign_id = :id) then 'RUNNING'
                              else 'APPROVED' end,
                approver_id = :approverId, approver = :approver, approved_at = :now, note = ''
            where id = :id
            """)
        .param("approverId", approver.accountId())
        .param("approver", approver.name())
        .param("now", now())
        .param("id", id)
        .update();
    events.publishEvent(new CampaignApproved(id));
    return get(id);
  }

  @Override
  public Campaign sendBack(long id, int version, String reason, Actor approver) {
    var campaign = rows.lock(id);
    requireSeen(campaign, version);
    require(!reason.isBlank(), "campaign.reason-missing");
    rows.move(id, DRAFT, reason.strip());
    events.publishEvent(new CampaignReturned(id, reason.strip(), approver));
    return get(id);
  }

  @Override
  public Campaign pause(long id, String reason, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status().maySend(), "campaign.not-running");
    stopBy(id, reason, actor);
    if (actor.equals(Actor.SYSTEM)) {
      events.publishEvent(new ProgramAct("campaign.pause", "campaign:" + id, reason.strip()));
    }
    return get(id);
  }

  private void stopBy(long id, String reason, Actor actor) {
    rows.move(id, PAUSED, reason.strip());
    jdbc.sql("update campaign set stopped_by = :actor where id = :id")
        .param("actor", actor.accountId())
        .param("id", id)
        .update();
  }

  @Override
  public Campaign stop(long id, String reason, Predicate<Campaign> mayReplace, Actor actor) {
    var campaign = rows.lock(id);
    boolean paused = campaign.status() == PAUSED;
    require(paused || campaign.status().maySend(), "campaign.not-running");
    require(!paused || mayReplace.test(campaign), "campaign.stopped-by-another");
    stopBy(id, reason, actor);
    return get(id);
  }

  @Override
  public Campaign resume(long id, int version, Actor actor) {
    var campaign = rows.lock(id);
    require(campaign.status() == PAUSED, "campaign.not-paused");
    require(campaign.version() == version, "campaign.changed-meanwhile");
    withdrawn.requireNoneWaitsIn(id);
    rows.move(id, hasBegun(id) ? RUNNING : APPROVED, "");
    reapprovals.look(id);
    return get(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Newcomers> newcomers(long id) {
    return ApprovedAudience.toCome(get(id)).stream()
        .flatMap(wave -> audience.outgrown(wave).stream())
        .max(Comparator.comparingLong(Outgrown::now))
        .map(people -> new Newcomers(people.approved(), people.now()));
  }

  @Override
  public Campaign admit(long id, long messages, Actor approver) {
    var campaign = rows.lock(id);
    require(campaign.status().maySend() || campaign.status() == PAUSED, "campaign.not-approved");
    require(
        newcomers(id).map(all -> all.now() <= messages).orElse(true), "campaign.changed-meanwhile");
    approver.requireSecondPairOfEyesFor(campaign.writers(), "campaign.own");
    ApprovedAudience.toCome(campaign).forEach(audience::fix);
    return get(id);
  }

  @Override
  public Campaign cancel(long id, String reason, Actor actor) {
    var campaign = rows.lock(id);
    require(!campaign.status().isOver(), "campaign.is-over");
    rows.stop(id);
    rows.move(id, CampaignStatus.CANCELLED, reason.strip());
    events.publishEvent(new CampaignStopped(id, true));
    return get(id);
  }

  /// Where a text is taken out, nothing of it goes out any more.
  @EventListener
  public void contentChanged(ContentChanged change) {
    withdrawn
        .waitingIn(change.itemId())
        .forEach(id -> pause(id, "@content-withdrawn", Actor.SYSTEM));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Campaign> find(long id) {
    return rows.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Campaign get(long id) {
    return find(id).orElseThrow(() -> new Refusal("campaign.unknown"));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Campaign> within(
      long rootUnitId, Set<CampaignStatus> statuses, int offset, int limit) {
    return rows.within(rootUnitId, statuses, offset, limit);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CampaignStatus, Long> countByStatus(long rootUnitId) {
    return rows.countByStatus(rootUnitId);
  }

  private boolean hasBegun(long id) {
    return jdbc.sql("select exists (select from wave_run where campaign_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private static void requireSeen(Campaign campaign, int version) {
    require(campaign.version() == version, "campaign.changed-meanwhile");
    require(campaign.status() == SUBMITTED, "campaign.not-submitted");
  }

  private static void require(boolean condition, String refusal) {
    if (!condition) {
      throw new Refusal(refusal);
    }
  }

  private java.time.OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
