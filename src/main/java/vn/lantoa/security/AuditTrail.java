package vn.lantoa.security;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Actor;

/// Who did what to what. Written in the transaction of the act; never changed and never erased, so
/// it holds numbers in the place of names.
public interface AuditTrail {

  /// @param action a verb of ours, dotted: `campaign.approve`
  /// @param subject kind and id: `campaign:17`, `content:vneid-dang-nhap`
  /// @param detail what a reader needs to understand it, cut after 500 characters; never a secret,
  ///   a recipient's name or a whole telephone number
  void record(Actor actor, String action, String subject, String detail);

  /// Newest first.
  List<Entry> of(String subject, int limit);

  record Entry(Instant at, String actor, String action, String subject, String detail) {}
}
