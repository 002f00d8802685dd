package vn.lantoa.lab.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long something took, of many times it was done. In milliseconds.
record Durations(int n, double p50, double p95, double p99, double most) {

  static Durations ofNanos(Collection<Long> nanos) {
    var sorted = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
    return new Durations(
        sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("n", n);
    json.put("p50", tenth(p50));
    json.put("p95", tenth(p95));
    json.put("p99", tenth(p99));
    json.put("max", tenth(most));
    return json;
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.clamp(Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  private static double tenth(double milliseconds) {
    return Math.round(milliseconds * 10) / 10.0;
  }
}
