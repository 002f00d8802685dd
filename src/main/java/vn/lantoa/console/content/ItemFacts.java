package vn.lantoa.console.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.content.Approval;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Gathers what the page of an item shows to one reader.
@Component
class ItemFacts {

  private final ItemReaders readers;
  private final Previews previews;
  private final Vocabulary vocabulary;
  private final ScheduledItems scheduled;
  private final OrgUnits units;
  private final Access access;

  ItemFacts(
      ItemReaders readers,
      Previews previews,
      Vocabulary vocabulary,
      ScheduledItems scheduled,
      OrgUnits units,
      Access access) {
    this.readers = readers;
    this.previews = previews;
    this.vocabulary = vocabulary;
    this.scheduled = scheduled;
    this.units = units;
    this.access = access;
  }

  /// The version one comes for: who may change or decide on what waits sees that, everybody else
  /// what is in use.
  ContentVersion first(ContentItem item, Account account) {
    var unit = item.unitId();
    return access.may(account, Permission.WRITE_CONTENT, unit)
            || access.may(account, Permission.APPROVE_CONTENT, unit)
        ? item.latest()
        : item.current();
  }

  ItemView of(ContentItem item, ContentVersion shown, Account account) {
    var versions = readers.versions(item, account);
    var decisions = readers.decisions(item, versions);
    return new ItemView(
        item,
        shown,
        approvedBefore(item, versions, decisions),
        previews.of(shown, units.get(account.homeUnitId())),
        versions,
        decisions,
        vocabulary,
        item.unitId() == null ? null : units.get(item.unitId()).name(),
        scheduled.with(item.id(), account),
        rights(item, account));
  }

  private ItemView.Rights rights(ContentItem item, Account account) {
    var unit = item.unitId();
    var actor = account.actor();
    boolean present = item.status() != ContentStatus.WITHDRAWN;
    boolean approver = may(account, Permission.APPROVE_CONTENT, unit);
    boolean own = actor.isOneOf(item.writers());
    boolean second = actor.isSecondPairOfEyesFor(item.writers());
    return new ItemView.Rights(
        present && may(account, Permission.WRITE_CONTENT, unit),
        !may(account, Permission.WRITE_CONTENT, unit)
            && access.has(account, Permission.WRITE_CONTENT),
        approver && second,
        approver && own,
        approver && !own && !second,
        present && may(account, Permission.WITHDRAW_CONTENT, unit));
  }

  private boolean may(Account account, Permission permission, @Nullable Long unit) {
    return access.may(account, permission, unit);
  }

  private static Optional<ContentVersion> approvedBefore(
      ContentItem item, List<ContentVersion> versions, List<Approval> decisions) {
    var approved =
        decisions.stream()
            .filter(decision -> decision.decision() == Approval.Decision.APPROVED)
            .map(Approval::hash)
            .toList();
    return versions.stream()
        .filter(version -> !version.hash().equals(item.latest().hash()))
        .filter(version -> approved.contains(version.hash()))
        .findFirst();
  }
}
