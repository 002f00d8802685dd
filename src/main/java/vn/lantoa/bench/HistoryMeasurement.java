package vn.lantoa.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What one run of `bench history` showed.
///
/// @param looked every page, when nothing else is done
/// @param sent the same while the letters go out
record HistoryMeasurement(
    int deliveries,
    int letters,
    double fillSeconds,
    Durations claims,
    Map<String, Durations> looked,
    Map<String, Durations> sent) {

  static final double CLAIM_GATE = 50;
  static final double PAGE_GATE = 1_000;

  boolean isGood() {
    return claims.n() > 0
        && claims.p99() <= CLAIM_GATE
        && Stream.of(looked, sent)
            .flatMap(pages -> pages.values().stream())
            .allMatch(page -> page.most() <= PAGE_GATE);
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("deliveries", deliveries);
    json.put("letters", letters);
    json.put("fill_s", Math.round(fillSeconds));
    json.put("claim_ms", claims.json());
    json.put("page_ms", json(looked));
    json.put("page_while_sending_ms", json(sent));
    json.put("gates", Map.of("claim_p99_ms", CLAIM_GATE, "page_ms", PAGE_GATE));
    json.put("good", isGood());
    return json;
  }

  String table() {
    var text = new StringBuilder();
    text.append(
        "%,d lượt gửi cũ, nạp trong %.0f s; nhận việc %,d lần: p50 %.1f, p95 %.1f, p99 %.1f, chậm nhất %.1f ms (≤ %.0f)%n%n"
            .formatted(
                deliveries,
                fillSeconds,
                claims.n(),
                claims.p50(),
                claims.p95(),
                claims.p99(),
                claims.most(),
                CLAIM_GATE));
    text.append(
        "%9s %9s %9s  trang (ms, ≤ %.0f)%n".formatted("p50", "chậm nhất", "khi gửi", PAGE_GATE));
    looked.entrySet().stream()
        .sorted(Comparator.comparing(page -> -page.getValue().most()))
        .forEach(page -> {
          var busy = sent.get(page.getKey());
          text.append(
              "%9.0f %9.0f %9s  %s%n"
                  .formatted(
                      page.getValue().p50(),
                      page.getValue().most(),
                      busy == null ? "" : "%.0f".formatted(busy.most()),
                      page.getKey()));
        });
    return text.append(isGood() ? "Đạt" : "Không đạt").append(System.lineSeparator()).toString();
  }

  private static Map<String, Object> json(Map<String, Durations> pages) {
    var json = new LinkedHashMap<String, Object>();
    pages.forEach((page, times) -> json.put(page, times.json()));
    return json;
  }
}
