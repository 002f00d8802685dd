package vn.lantoa.notice;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.security.Role;

/// What somebody can be told. Each has its sentences in the messages: `notice.<kind>.subject` and
/// `notice.<kind>.text`, with the arguments of the [Notice] in them.
public enum NoticeKind {
  /// Title, author.
  CONTENT_WAITS(Role.APPROVER),
  /// Name, author.
  CAMPAIGN_WAITS(Role.APPROVER),
  /// Title, approver, reason.
  CONTENT_RETURNED(Role.OFFICER),
  /// Title, approver.
  CONTENT_APPROVED(Role.OFFICER),
  /// Name, approver, reason.
  CAMPAIGN_RETURNED(Role.OFFICER),
  /// Name, approver.
  CAMPAIGN_APPROVED(Role.OFFICER),
  /// Station, week, title.
  SCRIPT_ARRIVED(Role.SCHOOL),
  /// Administrator. Everybody is told, and nobody can choose not to be.
  SECOND_FACTOR_REMOVED(null),
  /// Approver, administrator. To the approver; nobody can choose not to be told.
  KEYS_GIVEN_OUT(null),
  /// Approver, administrator. To who administers the unit above; likewise.
  APPROVER_KEYS(null);

  /// Nothing is to be done about these: they are news.
  static final Set<NoticeKind> NEWS = Set.of(CONTENT_APPROVED, CAMPAIGN_APPROVED);

  private final @Nullable Role role;

  NoticeKind(@Nullable Role role) {
    this.role = role;
  }

  /// Those that are told to who has one of these roles, and that he may choose not to get.
  public static Set<NoticeKind> of(Set<Role> roles) {
    return Arrays.stream(values())
        .filter(kind -> kind.role != null && roles.contains(kind.role))
        .collect(Collectors.toUnmodifiableSet());
  }
}
