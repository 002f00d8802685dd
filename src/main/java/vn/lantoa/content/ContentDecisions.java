package vn.lantoa.content;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.Approval.Decision;

/// Decides on exactly the text an approver saw. Within the caller's transaction.
final class ContentDecisions {

  private final JdbcClient jdbc;
  private final StoredContent stored;
  private final ApplicationEventPublisher events;
  private final InstantSource time;

  ContentDecisions(
      JdbcClient jdbc, StoredContent stored, ApplicationEventPublisher events, InstantSource time) {
    this.jdbc = jdbc;
    this.stored = stored;
    this.events = events;
    this.time = time;
  }

  /// The item, ours until the transaction ends, with the text the approver saw.
  ContentItem lock(String itemId, String hash, Actor approver) {
    if (approver.accountId() == null) {
      throw new Refusal("content.account-needed");
    }
    var locked = LockedItem.of(jdbc, itemId);
    if (locked.withdrawn()) {
      throw new Refusal("content.withdrawn", itemId);
    }
    if (!locked.latest().equals(hash)) {
      throw new Refusal("content.changed-meanwhile");
    }
    return stored.get(itemId);
  }

  /// Asks for a decision again where the last one was to return it.
  ///
  /// @return whether it had been returned
  boolean resubmit(String itemId, Actor author) {
    var item = stored.get(itemId);
    if (item.latestStatus() != ContentStatus.RETURNED) {
      return false;
    }
    decide(item, Decision.RESUBMITTED, "", author);
    return true;
  }

  /// A text of before that comes forward again was approved, or written by somebody else, in
  /// another time: it waits, and who brings it stands behind it.
  ///
  /// @return whether it waits by this; what was returned waits for a person
  boolean bringBack(String itemId, Actor author) {
    var item = stored.get(itemId);
    if (item.latestStatus() == ContentStatus.RETURNED) {
      return false;
    }
    decide(item, Decision.RESUBMITTED, "", author);
    return true;
  }

  private static final String DECIDE =
      """
      insert into approval (item_id, content_hash, decision, reason, account_id, actor, at)
      values (:id, :hash, :decision, :reason, :accountId, :actor, :now)
      returning id
      """;

  private static final String GIVE_BACK =
      """
      update content_version
         set taken_out_at = null
       where item_id = :id
         and hash = :hash
      """;

  void decide(ContentItem item, Decision decision, String reason, Actor approver) {
    long id =
        jdbc.sql(DECIDE)
            .param("id", item.id())
            .param("hash", item.latest().hash())
            .param("decision", decision.name())
            .param("reason", reason)
            .param("accountId", approver.accountId())
            .param("actor", approver.name())
            .param("now", time.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    if (decision == Decision.APPROVED) {
      jdbc.sql(GIVE_BACK).param("id", item.id()).param("hash", item.latest().hash()).update();
    }
    events.publishEvent(new ContentDecided(id, item.id(), decision, reason, approver));
  }
}
