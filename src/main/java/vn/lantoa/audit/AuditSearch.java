package vn.lantoa.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.DayRange;

/// The entries as they are read: the newest first, from a place on, however many there are.
public interface AuditSearch {

  /// @param after only what comes after this entry in the order; null: from the newest on
  List<AuditEntry> entries(Wanted wanted, @Nullable Long after, int limit);

  /// @param accounts who did it; null: anybody; empty: nobody
  /// @param action empty: any
  /// @param subject empty: any
  record Wanted(@Nullable List<Long> accounts, String action, String subject, DayRange days) {}
}
