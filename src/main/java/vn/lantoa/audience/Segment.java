package vn.lantoa.audience;

import java.util.Set;

/// A stored question over recipients: who belongs to these groups in this unit or below it.
///
/// @param unitId the top of the subtree
/// @param audiences keys of the vocabulary; empty: every group
public record Segment(long unitId, Set<String> audiences) {}
