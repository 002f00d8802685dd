package vn.lantoa.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one run of `bench delivery` showed.
///
/// @param expandedPerSecond rows written to the ledger, from the beginning of the expansion to its
///   commit
/// @param deliveredPerSecond messages the sink took and the ledger says so, from the first moment
///   one could be claimed to the last settled
/// @param handedOver milliseconds from when a message was due until the sink had taken it
/// @param appCpu and postgresCpu processor seconds per 1,000 recipients, of the program and of
///   PostgreSQL
/// @param states of all deliveries; they add up to `recipients`
record DeliveryMeasurement(
    int recipients,
    double expandedPerSecond,
    double deliveredPerSecond,
    Percentiles handedOver,
    double appCpu,
    double postgresCpu,
    Map<String, Long> states) {

  record Percentiles(long p50, long p95, long p99) {}

  /// @param baseline letters a second of the bare loop; NaN: not run
  /// @param limit letters a second of `smtp-source`; NaN: not run
  Map<String, Object> json(double baseline, double limit, long appMb, long postgresMb) {
    var json = new LinkedHashMap<String, Object>();
    json.put("recipients", recipients);
    json.put("expanded_per_s", Math.round(expandedPerSecond));
    json.put("delivered_per_s", Math.round(deliveredPerSecond));
    if (!Double.isNaN(baseline)) {
      json.put("baseline_per_s", Math.round(baseline));
    }
    if (!Double.isNaN(limit)) {
      json.put("limit_per_s", Math.round(limit));
    }
    json.put(
        "handed_over_ms",
        Map.of("p50", handedOver.p50(), "p95", handedOver.p95(), "p99", handedOver.p99()));
    json.put("cpu_s_per_1000", milli(appCpu + postgresCpu));
    json.put("cpu_s_per_1000_of", Map.of("app", milli(appCpu), "postgres", milli(postgresCpu)));
    json.put("peak_rss_mb", Map.of("app", appMb, "postgres", postgresMb));
    json.put("states", states);
    return json;
  }

  private static double milli(double seconds) {
    return Math.round(seconds * 1_000) / 1_000.0;
  }
}
