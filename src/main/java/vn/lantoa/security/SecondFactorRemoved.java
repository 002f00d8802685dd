package vn.lantoa.security;

import vn.lantoa.common.Actor;

/// An administrator took the second factor off a person who lost it: from now on the password alone
/// leads in, so the person is told.
///
/// @param removalId another one each time
public record SecondFactorRemoved(long accountId, Actor by, String removalId) {}
