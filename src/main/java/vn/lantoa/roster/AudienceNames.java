package vn.lantoa.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lantoa.common.Label;

/// Groups by their keys, by the labels the screens show, and by what offices call them for short.
final class AudienceNames {

  private static final Map<String, String> FOR_SHORT =
      """
      gv=giao-vien
      thay co=giao-vien
      ph=phu-huynh
      phhs=phu-huynh
      cmhs=phu-huynh
      cha me=phu-huynh
      cha me hoc sinh=phu-huynh
      bo me=phu-huynh
      cbql=can-bo-quan-ly
      quan ly=can-bo-quan-ly
      nv=nhan-vien
      vien chuc=nhan-vien
      nguoi lao dong=nhan-vien
      dan=nguoi-dan
      cong dan=nguoi-dan
      dn=doanh-nghiep
      hs thcs=hoc-sinh-thcs
      hs thpt=hoc-sinh-thpt
      tcnscd=to-cong-nghe-so
      """
          .lines()
          .map(line -> line.split("="))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

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
