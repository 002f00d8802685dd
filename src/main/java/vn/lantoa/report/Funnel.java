package vn.lantoa.report;

/// What became of the deliveries of one channel. The states add up to `planned`.
///
/// @param open waiting, claimed or on the wire
public record Funnel(
    long planned,
    long sent,
    long delivered,
    long undelivered,
    long failed,
    long suppressed,
    long expired,
    long cancelled,
    long uncertain,
    long open) {

  public static final Funnel EMPTY = new Funnel(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// Taken by a provider, whatever came of it later.
  public long handedOver() {
    return sent + delivered + undelivered;
  }

  /// In a state that will not change by itself.
  public long settled() {
    return planned - open;
  }

  public Funnel plus(Funnel other) {
    return new Funnel(
        planned + other.planned,
        sent + other.sent,
        delivered + other.delivered,
        undelivered + other.undelivered,
        failed + other.failed,
        suppressed + other.suppressed,
        expired + other.expired,
        cancelled + other.cancelled,
        uncertain + other.uncertain,
        open + other.open);
  }
}
