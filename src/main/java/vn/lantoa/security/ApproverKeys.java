package vn.lantoa.security;

import vn.lantoa.common.Actor;

/// Somebody gave out an approver's account, password or role: he might approve with it himself, so
/// the approver is told, and who administers the unit above. Published in the transaction of the
/// act.
///
/// @param unitId where the account approves
/// @param occasion another one each time
public record ApproverKeys(long accountId, long unitId, Actor by, String occasion) {}
