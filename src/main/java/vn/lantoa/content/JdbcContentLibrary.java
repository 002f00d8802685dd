package vn.lantoa.content;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.Approval.Decision;

/// The library in the database. Every change first locks the row of its item: an approval and an
/// edit that meet are decided one after the other.
@Repository
class JdbcContentLibrary implements ContentLibrary {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final ContentLint lint;
  private final InstantSource time;
  private final StoredContent stored;
  private final NewVersions versions;
  private final ContentDecisions decisions;

  JdbcContentLibrary(
      JdbcClient jdbc,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      ContentLint lint,
      InstantSource time) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.lint = lint;
    this.time = time;
    stored = new StoredContent(jdbc);
    versions = new NewVersions(jdbc, stored, time);
    decisions = new ContentDecisions(jdbc, stored, events, time);
  }

  @Override
  public List<Finding> check(String file, String markdown) {
    return lint.check(ContentFile.parse(file, markdown));
  }

  @Override
  public Taken take(String file, String markdown, Actor author, Shelf shelf) {
    var parsed = ContentFile.parse(file, markdown);
    var findings = lint.check(parsed);
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Taken(findings, Optional.empty(), false, false);
    }
    var draft = Draft.of(parsed);
    return transaction.execute(_ -> {
      var hash = versions.hashOf(draft);
      boolean known = stored.version(draft.id(), hash).isPresent();
      var change = versions.take(draft, hash, author, shelf);
      if (change == NewVersions.Change.CURRENT) {
        events.publishEvent(new ContentChanged(draft.id(), hash));
      }
      boolean changed = change != NewVersions.Change.NONE;
      boolean resubmitted = author.accountId() != null && decisions.resubmit(draft.id(), author);
      boolean again = !resubmitted && known && bringsBack(change, draft.id(), author);
      if (changed && !again && stored.get(draft.id()).latestStatus() == ContentStatus.WAITING) {
        events.publishEvent(new ContentSubmitted(draft.id(), hash));
      }
      return new Taken(findings, find(draft.id()), changed, resubmitted);
    });
  }

  /// What goes back to the version in use only takes back what was proposed beside it.
  private boolean bringsBack(NewVersions.Change change, String itemId, Actor author) {
    return switch (change) {
      case NONE -> false;
      case CURRENT -> decisions.bringBack(itemId, author);
      case BESIDE ->
          stored.get(itemId).proposal().isPresent() && decisions.bringBack(itemId, author);
    };
  }

  @Override
  public List<ContentItem> items() {
    return stored.items();
  }

  @Override
  public Optional<ContentItem> find(String itemId) {
    return stored.find(itemId);
  }

  @Override
  public ContentItem get(String itemId) {
    return stored.get(itemId);
  }

  @Override
  public Optional<ContentVersion> version(String itemId, String hash) {
    return stored.version(itemId, hash);
  }

  @Override
  public List<ContentVersion> versions(String itemId) {
    return stored.versions(itemId);
  }

  @Override
  public List<Approval> decisions(String itemId) {
    return stored.decisions(itemId);
  }

  @Override
  public void approve(String itemId, String hash, Actor approver) {
    transaction.executeWithoutResult(_ -> {
      var item = decisions.lock(itemId, hash, approver);
      approver.requireSecondPairOfEyesFor(item.writers(), "content.own-text");
      // It was right when it was taken in; a day or a closed portal later it may no longer be.
      if (check(itemId + ".md", item.latest().markdown()).stream().anyMatch(Finding::isError)) {
        throw new Refusal("content.has-errors");
      }
      // Two approvers at once: the second finds it done.
      if (item.latestStatus() != ContentStatus.APPROVED) {
        decisions.decide(item, Decision.APPROVED, "", approver);
        if (item.proposal().isPresent()) {
          versions.setCurrent(itemId, hash);
          events.publishEvent(new ContentChanged(itemId, hash));
        }
      }
    });
  }

  @Override
  public void sendBack(String itemId, String hash, String reason, Actor approver) {
    if (reason.isBlank()) {
      throw new Refusal("content.reason-missing");
    }
    transaction.executeWithoutResult(_ -> {
      var item = decisions.lock(itemId, hash, approver);
      decisions.decide(item, Decision.RETURNED, reason.strip(), approver);
    });
  }

  private static final String WITHDRAW =
      """
      update content_item
         set withdrawn_at = :now,
             proposed_hash = null
       where id = :id
      """;

  private static final String WITHDRAW_TEXTS =
      """
      update content_version
         set taken_out_at = :now
       where item_id = :id
      """;

  @Override
  public void withdraw(String itemId, Actor actor) {
    transaction.executeWithoutResult(_ -> {
      var item = LockedItem.of(jdbc, itemId);
      if (!item.withdrawn()) {
        var now = time.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(WITHDRAW).param("id", itemId).param("now", now).update();
        jdbc.sql(WITHDRAW_TEXTS).param("id", itemId).param("now", now).update();
        events.publishEvent(new ContentChanged(itemId, item.hash()));
      }
    });
  }
}
