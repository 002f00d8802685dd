package vn.lantoa.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.lantoa.common.Label;

/// Groups by their keys, by the labels the screens show, and by what offices call them for short.
final class AudienceNames {

  private static final Map<String, String> FOR_SHORT =
      Map.ofEntries(
          Map.entry("gv", "giao-vien"),
          Map.entry("thay co", "giao-vien"),
          Map.entry("ph", "phu-huynh"),
          Map.entry("phhs", "phu-huynh"),
          Map.entry("cmhs", "phu-huynh"),
          Map.entry("cha me", "phu-huynh"),
          Map.entry("cha me hoc sinh", "phu-huynh"),
          Map.entry("bo me", "phu-huynh"),
          Map.entry("cbql", "can-bo-quan-ly"),
          Map.entry("quan ly", "can-bo-quan-ly"),
          Map.entry("nv", "nhan-vien"),
          Map.entry("vien chuc", "nhan-vien"),
          Map.entry("nguoi lao dong", "nhan-vien"),
          Map.entry("dan", "nguoi-dan"),
          Map.entry("cong dan", "nguoi-dan"),
          Map.entry("dn", "doanh-nghiep"),
          Map.entry("hs thcs", "hoc-sinh-thcs"),
          Map.entry("hs thpt", "hoc-sinh-thpt"),
          Map.entry("tcnscd", "to-cong-nghe-so"));

  private final Map<String, Label> labels;
  private final Map<String, List<String>> known = new HashMap<>();

  AudienceNames(Map<String, Label> labels) {
    this.labels = labels;
  }

  /// The keys it may mean: none, one, or more when it could be any of several.
  List<String> of(String text) {
    return known.size() > 10_000 ? find(Plain.of(text)) : known.computeIfAbsent(text, this::cached);
  }

  private List<String> cached(String text) {
    return find(Plain.of(text));
  }

  private List<String> find(String plain) {
    if (plain.isEmpty()) {
      return List.of();
    }
    var exact = new TreeSet<String>();
    var begun = new TreeSet<String>();
    labels.forEach((key, label) -> {
      for (var name : List.of(key, label.vi(), label.en())) {
        var known = Plain.of(name);
        if (known.equals(plain)) {
          exact.add(key);
        } else if (known.startsWith(plain + " ")) {
          begun.add(key);
        }
      }
    });
    var brief = FOR_SHORT.get(plain);
    if (exact.isEmpty() && brief != null && labels.containsKey(brief)) {
      exact.add(brief);
    }
    return List.copyOf(exact.isEmpty() ? begun : exact);
  }

  /// To be told: `Giáo viên, Phụ huynh học sinh`.
  String told(List<String> keys) {
    return String.join(
        ", ",
        labels.entrySet().stream()
            .filter(entry -> keys.isEmpty() || keys.contains(entry.getKey()))
            .map(entry -> entry.getValue().vi())
            .toList());
  }
}
