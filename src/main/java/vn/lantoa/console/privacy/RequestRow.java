package vn.lantoa.console.privacy;

import vn.lantoa.privacy.SubjectRequest;

/// One request as the register shows it.
///
/// @param person empty: nobody on the lists, or nobody any more
public record RequestRow(SubjectRequest request, String person, String unitName) {}
