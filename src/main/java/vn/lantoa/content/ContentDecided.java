package vn.lantoa.content;

import vn.lantoa.common.Actor;
import vn.lantoa.content.Approval.Decision;

/// An exact text was decided on, or its author asked for a decision again. Published in the
/// transaction of the decision.
///
/// @param decisionId rises with every decision
/// @param reason why it was returned; empty otherwise
public record ContentDecided(
    long decisionId, String itemId, Decision decision, String reason, Actor actor) {}
