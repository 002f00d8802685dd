package vn.lantoa.campaign;

import java.util.List;
import java.util.Set;
import vn.lantoa.common.DayRange;
import vn.lantoa.common.Order;

/// Finds campaigns for lists.
public interface CampaignSearch {

  /// @param order by one of [#ORDERS]; equals stay the newest first
  List<Long> ids(Wanted wanted, Order order, int offset, int limit);

  long count(Wanted wanted);

  /// By the day made, name, next moment (or the last, when it is over), author, state.
  List<String> ORDERS = List.of("lap", "ten", "gui", "nguoi-lap", "tinh-trang");

  /// @param rootUnitId it and everything below
  /// @param statuses empty: all
  /// @param text part of the name, marks may be left out; empty: all
  /// @param days on one of which something of it went out or is to go out
  record Wanted(long rootUnitId, Set<CampaignStatus> statuses, String text, DayRange days) {}
}
