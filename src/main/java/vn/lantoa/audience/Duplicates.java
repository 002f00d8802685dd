package vn.lantoa.audience;

import java.util.List;

/// People who are on the lists more than once: under one name, but for capitals and marks, and one
/// address.
public interface Duplicates {

  /// In the unit and below, each group by when it came; at most 50 groups.
  List<List<Recipient>> within(long unitId);

  /// Makes two one. Of an address both have consent stays only if both gave it, and refusals stay
  /// as they are, for they are the address's; the history of both is read together from then on.
  ///
  /// @param keep who stays
  /// @param gone who goes
  /// @throws vn.lantoa.common.Refusal `people.not-the-same` when they have no name and address in
  ///   common
  void merge(long keep, long gone);
}
