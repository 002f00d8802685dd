package vn.lantoa.audience;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.DayRange;
import vn.lantoa.common.Order;

/// Finds recipients for lists: first who, in which order, then what is known of them.
public interface RecipientSearch {

  /// @param order by one of [#ORDERS]; equals stay by name, then as they came
  List<Long> ids(Wanted wanted, Order order, int offset, int limit);

  long count(Wanted wanted);

  /// In the order of the ids, on the list or taken off it; who is gone meanwhile is left out.
  List<Found> of(List<Long> ids);

  /// By name, audience, name of the unit, day added.
  List<String> ORDERS = List.of("ten", "nhom", "don-vi", "ngay-them");

  /// @param unitId it and everything below
  /// @param audience key of the group; empty: any
  /// @param added when they came into the list
  /// @param removed those that were taken off it, and none else
  record Wanted(long unitId, SearchText text, String audience, DayRange added, boolean removed) {}

  record Found(Recipient recipient, Instant addedAt) {}
}
