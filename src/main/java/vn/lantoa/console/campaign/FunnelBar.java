package vn.lantoa.console.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lantoa.report.Funnel;

/// A [Funnel] as the pieces of one bar, best outcome first; pieces nobody is in are left out.
public record FunnelBar(List<Piece> pieces) {

  /// One outcome's share of the bar.
  ///
  /// @param kind end of a CSS class and of a message key (`funnel.<kind>`)
  /// @param from in per cent of the bar, as is `width`
  public record Piece(String kind, long count, String from, String width) {}

  public static FunnelBar of(Funnel funnel) {
    var pieces = new ArrayList<Piece>();
    long before = 0;
    before += add(pieces, "delivered", funnel.delivered(), before, funnel.planned());
    before += add(pieces, "sent", funnel.sent(), before, funnel.planned());
    before += add(pieces, "open", funnel.open(), before, funnel.planned());
    before += add(pieces, "uncertain", funnel.uncertain(), before, funnel.planned());
    before += add(pieces, "undelivered", funnel.undelivered(), before, funnel.planned());
    before += add(pieces, "failed", funnel.failed(), before, funnel.planned());
    before += add(pieces, "suppressed", funnel.suppressed(), before, funnel.planned());
    before += add(pieces, "expired", funnel.expired(), before, funnel.planned());
    add(pieces, "cancelled", funnel.cancelled(), before, funnel.planned());
    return new FunnelBar(List.copyOf(pieces));
  }

  private static long add(List<Piece> pieces, String kind, long count, long before, long whole) {
    if (count > 0) {
      pieces.add(new Piece(kind, count, percent(before, whole), percent(count, whole)));
    }
    return count;
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f", part * 100.0 / whole);
  }
}
