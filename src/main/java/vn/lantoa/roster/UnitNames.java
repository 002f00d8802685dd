package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// The units a row may name, by code or by name.
final class UnitNames {

  private static final LinkedHashSet<OrgUnit> NONE = new LinkedHashSet<>();

  private static final int MOST_KNOWN = 10_000;

  private final OrgUnits units;
  private final Map<String, List<OrgUnit>> known = new HashMap<>();
  private final Map<String, OrgUnit> byWrittenCode = new HashMap<>();
  private final Map<String, LinkedHashSet<OrgUnit>> byCode = new HashMap<>();
  private final Map<String, LinkedHashSet<OrgUnit>> byName = new HashMap<>();
  private final Map<Long, OrgUnit> byId = new HashMap<>();

  /// @param top these and those below
  UnitNames(OrgUnits units, long top) {
    this.units = units;
    for (var unit : units.subtree(top)) {
      byWrittenCode.put(unit.code(), unit);
      byCode.computeIfAbsent(Plain.of(unit.code()), _ -> new LinkedHashSet<>()).add(unit);
      byId.put(unit.id(), unit);
      for (var name : names(unit)) {
        byName.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(unit);
      }
    }
  }

  /// With and without what kind it is: `Trường THCS Kim Đồng` is `THCS Kim Đồng`, too.
  private static List<String> names(OrgUnit unit) {
    var names = new ArrayList<String>();
    for (var name : List.of(unit.name(), unit.shortName())) {
      var plain = Plain.of(name);
      if (!plain.isEmpty()) {
        names.add(plain);
        var bare = bare(plain);
        if (!bare.equals(plain)) {
          names.add(bare);
        }
      }
    }
    return names;
  }

  private static String bare(String plain) {
    return plain.replaceFirst("^(truong|xa|phuong|dac khu|thon|to dan pho|khu pho) ", "");
  }

  /// The units it may mean: a code as it is written before all else, a whole name before a part of
  /// one.
  List<OrgUnit> of(String text) {
    return known.size() > MOST_KNOWN ? find(text) : known.computeIfAbsent(text, this::find);
  }

  private List<OrgUnit> find(String text) {
    var written = byWrittenCode.get(text.strip());
    if (written != null) {
      return List.of(written);
    }
    var plain = Plain.of(text);
    var coded = byCode.getOrDefault(plain, NONE);
    var called = byName.getOrDefault(plain, NONE);
    if (!coded.isEmpty()) {
      // A code that reads like the name of another unit says neither.
      var either = new LinkedHashSet<>(coded);
      either.addAll(called);
      return List.copyOf(either);
    }
    var named = List.copyOf(called.isEmpty() ? byName.getOrDefault(bare(plain), NONE) : called);
    var whole = named.stream().filter(unit -> Plain.of(unit.name()).equals(plain)).toList();
    return whole.isEmpty() ? named : whole;
  }

  /// Whether there is such a one outside.
  boolean isElsewhere(String text) {
    var plain = Plain.of(text);
    return units.byCode(text).isPresent()
        || units.all().stream().anyMatch(unit -> Plain.of(unit.name()).equals(plain));
  }

  /// To be told: `Trường Một (T1, Xã Một); Trường Một (T7, Xã Hai)`.
  String told(List<OrgUnit> candidates) {
    return candidates.stream().limit(5).map(this::told).collect(Collectors.joining("; "));
  }

  private String told(OrgUnit unit) {
    var parent = unit.parentId() == null ? null : byId.get(unit.parentId());
    return unit.name() + " (" + unit.code() + (parent == null ? "" : ", " + parent.name()) + ")";
  }
}
