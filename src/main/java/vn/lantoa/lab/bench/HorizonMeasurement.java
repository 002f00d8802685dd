package vn.lantoa.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/// What one run of `bench horizon` showed.
///
/// @param slice letters in each of the slices whose rates are told
/// @param without nobody held a snapshot
/// @param held one was held all the time
record HorizonMeasurement(int letters, int slice, Sending without, Sending held) {

  private static final double RATIO_GATE = 0.8;
  private static final double FLAT_GATE = 0.8;

  /// One campaign.
  ///
  /// @param slices letters a second, of one slice after the other
  /// @param looks for what came back behind the claims
  /// @param appCpu and postgresCpu processor seconds per 1,000 letters, of the program and of
  ///   PostgreSQL
  record Sending(
      long sent,
      List<Double> slices,
      Durations claims,
      Durations looks,
      double appCpu,
      double postgresCpu) {

    /// Letters a second, of all: slices are of equal size but for the last.
    double perSecond(int slice) {
      double seconds = 0;
      for (int i = 0; i < slices.size(); i++) {
        long letters = i < slices.size() - 1 ? slice : sent - (long) slice * i;
        seconds += letters / slices.get(i);
      }
      return sent / seconds;
    }

    /// The rate of the last third of the slices, of that of the first third: below 1 it fell.
    double flatness() {
      int third = Math.max(1, slices.size() / 3);
      return mean(slices.subList(slices.size() - third, slices.size()))
          / mean(slices.subList(0, third));
    }

    double cpu() {
      return appCpu + postgresCpu;
    }

    private static double mean(List<Double> rates) {
      return rates.stream().mapToDouble(rate -> rate).average().orElse(Double.NaN);
    }

    private Map<String, Object> json(int slice) {
      var json = new LinkedHashMap<String, Object>();
      json.put("per_s", Math.round(perSecond(slice)));
      json.put("per_s_of_slices", slices.stream().map(Math::round).toList());
      json.put("last_third_of_first", hundredth(flatness()));
      json.put("claim_ms", claims.json());
      json.put("look_behind_ms", looks.json());
      json.put("cpu_s_per_1000", Map.of("app", milli(appCpu), "postgres", milli(postgresCpu)));
      return json;
    }

    private static double milli(double seconds) {
      return Math.round(seconds * 1_000) / 1_000.0;
    }
  }

  double ratio() {
    return held.perSecond(slice) / without.perSecond(slice);
  }

  boolean isGood() {
    return ratio() >= RATIO_GATE && held.flatness() >= FLAT_GATE;
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("letters", letters);
    json.put("slice", slice);
    json.put("without", without.json(slice));
    json.put("held", held.json(slice));
    json.put("ratio", hundredth(ratio()));
    json.put("gates", Map.of("ratio", RATIO_GATE, "last_third_of_first", FLAT_GATE));
    json.put("good", isGood());
    return json;
  }

  /// @param words `messages/cli`
  String table(ResourceBundle words) {
    var text = new StringBuilder();
    line(text, words, "title", letters, slice);
    line(text, words, "columns");
    for (int i = 0; i < Math.max(without.slices().size(), held.slices().size()); i++) {
      text.append(
          "%,10d %14s %14s%n"
              .formatted((long) slice * i, rate(without.slices(), i), rate(held.slices(), i)));
    }
    line(text, words, "rate", without.perSecond(slice), held.perSecond(slice));
    line(text, words, "flat", without.flatness(), held.flatness(), FLAT_GATE);
    line(text, words, "claims", without.claims().p50(), held.claims().p50());
    line(text, words, "claims-p99", without.claims().p99(), held.claims().p99());
    line(text, words, "looks", without.looks().most(), held.looks().most());
    line(text, words, "cpu", without.cpu(), held.cpu());
    line(text, words, "ratio", ratio(), RATIO_GATE);
    line(text, words, isGood() ? "good" : "missed");
    return text.toString();
  }

  private static void line(
      StringBuilder text, ResourceBundle words, String key, Object... arguments) {
    text.append(words.getString("cli.bench.horizon." + key).formatted(arguments))
        .append(System.lineSeparator());
  }

  private static String rate(List<Double> rates, int i) {
    return i < rates.size() ? "%,.0f".formatted(rates.get(i)) : "";
  }

  private static double hundredth(double ratio) {
    return Math.round(ratio * 100) / 100.0;
  }
}
