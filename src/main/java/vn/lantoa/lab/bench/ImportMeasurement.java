package vn.lantoa.lab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// What one run of `bench import` showed.
record ImportMeasurement(int rows, Taking xlsx, Taking csv) {

  private static final double SECONDS_GATE = 60;
  private static final long HEAP_GATE = 256;

  /// One file.
  ///
  /// @param keep seconds until it lay in the database, looked at
  /// @param check seconds of the dry run
  /// @param take seconds until everybody was on the list
  /// @param heapMb most that was held besides what is held always
  record Taking(long bytes, int added, double keep, double check, double take, long heapMb) {

    private Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("bytes", bytes);
      json.put("added", added);
      json.put("keep_s", tenth(keep));
      json.put("dry_run_s", tenth(check));
      json.put("take_s", tenth(take));
      json.put("heap_mb", heapMb);
      return json;
    }

    private static double tenth(double seconds) {
      return Math.round(seconds * 10) / 10.0;
    }
  }

  boolean isGood() {
    return Stream.of(xlsx, csv)
        .allMatch(one ->
            one.added() == rows
                && Math.max(one.check(), one.take()) <= SECONDS_GATE
                && one.heapMb() <= HEAP_GATE);
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("rows", rows);
    json.put("xlsx", xlsx.json());
    json.put("csv", csv.json());
    json.put("gates", Map.of("seconds", SECONDS_GATE, "heap_mb", HEAP_GATE));
    json.put("good", isGood());
    return json;
  }

  /// @param words `messages/cli`
  String table(ResourceBundle words) {
    var text = new StringBuilder();
    line(text, words, "title", rows);
    line(text, words, "size", xlsx.bytes() / 1e6, csv.bytes() / 1e6);
    line(text, words, "keep", xlsx.keep(), csv.keep());
    line(text, words, "check", xlsx.check(), csv.check(), SECONDS_GATE);
    line(text, words, "take", xlsx.take(), csv.take(), SECONDS_GATE);
    line(text, words, "heap", xlsx.heapMb(), csv.heapMb(), HEAP_GATE);
    line(text, words, isGood() ? "good" : "missed");
    return text.toString();
  }

  private static void line(
      StringBuilder text, ResourceBundle words, String key, Object... arguments) {
    text.append(words.getString("cli.bench.import." + key).formatted(arguments))
        .append(System.lineSeparator());
  }
}
