package vn.lantoa.lab.bench;

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

  /// What it is compared with, all of the same run; NaN: not measured.
  ///
  /// @param loop letters a second of the bare loop
  /// @param limit letters a second of `smtp-source`
  /// @param ideal messages a second if nothing but the provider's own time took any
  /// @param insert rows a second of the plain insert
  record Beside(double loop, double limit, double ideal, double insert) {

    Beside with(double insert) {
      return new Beside(loop, limit, ideal, insert);
    }
  }

  Map<String, Object> json(Beside beside, long appMb, long postgresMb) {
    var json = new LinkedHashMap<String, Object>();
    json.put("recipients", recipients);
    json.put("expanded_per_s", Math.round(expandedPerSecond));
    rate(json, "expanded_baseline_per_s", beside.insert());
    json.put("delivered_per_s", Math.round(deliveredPerSecond));
    rate(json, "baseline_per_s", beside.loop());
    rate(json, "limit_per_s", beside.limit());
    rate(json, "ideal_per_s", beside.ideal());
    json.put(
        "handed_over_ms",
        Map.of("p50", handedOver.p50(), "p95", handedOver.p95(), "p99", handedOver.p99()));
    json.put("cpu_s_per_1000", milli(appCpu + postgresCpu));
    json.put("cpu_s_per_1000_of", Map.of("app", milli(appCpu), "postgres", milli(postgresCpu)));
    json.put("peak_rss_mb", Map.of("app", appMb, "postgres", postgresMb));
    json.put("states", states);
    return json;
  }

  private static void rate(Map<String, Object> json, String name, double perSecond) {
    if (!Double.isNaN(perSecond)) {
      json.put(name, Math.round(perSecond));
    }
  }

  private static double milli(double seconds) {
    return Math.round(seconds * 1_000) / 1_000.0;
  }
}
