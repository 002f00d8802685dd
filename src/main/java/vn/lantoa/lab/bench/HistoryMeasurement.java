package vn.lantoa.lab.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What one run of `bench history` showed.
///
/// @param letters of the campaign that was sent each time
/// @param without claims before there was any history
/// @param looked pages, when nothing is sent
/// @param with claims, when nobody looks
/// @param busy both at once
record HistoryMeasurement(
    int deliveries,
    int letters,
    double fillSeconds,
    Durations without,
    Map<String, Durations> looked,
    Durations with,
    HistoryBench.Sending busy) {

  private static final double CLAIM_GATE = 50;
  private static final double PAGE_GATE = 1_000;

  boolean isGood() {
    return Stream.of(with, busy.claims())
            .allMatch(claims -> claims.n() > 0 && claims.p99() <= CLAIM_GATE)
        && Stream.of(looked, busy.pages())
            .flatMap(pages -> pages.values().stream())
            .allMatch(page -> page.most() <= PAGE_GATE);
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("deliveries", deliveries);
    json.put("letters", letters);
    json.put("fill_s", Math.round(fillSeconds));
    json.put("claim_without_history_ms", without.json());
    json.put("claim_ms", with.json());
    json.put("claim_while_looking_ms", busy.claims().json());
    json.put("page_ms", json(looked));
    json.put("page_while_sending_ms", json(busy.pages()));
    json.put("gates", Map.of("claim_p99_ms", CLAIM_GATE, "page_ms", PAGE_GATE));
    json.put("good", isGood());
    return json;
  }

  String table() {
    var text = new StringBuilder();
    text.append("%,d lượt gửi cũ, nạp trong %.0f s%n%n".formatted(deliveries, fillSeconds));
    text.append(
        "%9s %9s %9s %9s  nhận việc (ms; p99 ≤ %.0f)%n"
            .formatted("p50", "p95", "p99", "chậm nhất", CLAIM_GATE));
    claims(text, without, "sổ còn trống");
    claims(text, with, "sổ đầy");
    claims(text, busy.claims(), "sổ đầy, có người xem mọi trang");
    text.append(
        "%n%9s %9s %9s  trang (ms; ≤ %.0f)%n".formatted("p50", "chậm nhất", "khi gửi", PAGE_GATE));
    looked.entrySet().stream()
        .sorted(Comparator.comparing(page -> -page.getValue().most()))
        .forEach(page -> page(text, page.getKey(), page.getValue()));
    return text.append(isGood() ? "Đạt" : "Không đạt").append(System.lineSeparator()).toString();
  }

  private static void claims(StringBuilder text, Durations claims, String when) {
    text.append(
        "%9.1f %9.1f %9.1f %9.1f  %,d lần, %s%n"
            .formatted(claims.p50(), claims.p95(), claims.p99(), claims.most(), claims.n(), when));
  }

  private void page(StringBuilder text, String page, Durations times) {
    var sending = busy.pages().get(page);
    text.append(
        "%9.0f %9.0f %9s  %s%n"
            .formatted(
                times.p50(),
                times.most(),
                sending == null ? "" : "%.0f".formatted(sending.most()),
                page));
  }

  private static Map<String, Object> json(Map<String, Durations> pages) {
    var json = new LinkedHashMap<String, Object>();
    pages.forEach((page, times) -> json.put(page, times.json()));
    return json;
  }
}
