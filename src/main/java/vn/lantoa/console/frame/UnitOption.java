package vn.lantoa.console.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.lantoa.org.OrgUnit;

/// A unit in a list that shows the tree: how deep it lies below the first one.
public record UnitOption(OrgUnit unit, int depth) {

  public long id() {
    return unit.id();
  }

  /// The name, moved in by its depth: the one form of a tree a plain `<select>` can show.
  public String indented() {
    return "   ".repeat(depth) + unit.name();
  }

  /// The subtree in reading order: every unit right before what lies below it.
  ///
  /// @param subtree the top first
  public static List<UnitOption> of(List<OrgUnit> subtree) {
    if (subtree.isEmpty()) {
      return List.of();
    }
    var ordered = new ArrayList<UnitOption>();
    append(subtree.getFirst(), 0, subtree, ordered);
    return List.copyOf(ordered);
  }

  private static void append(
      OrgUnit unit, int depth, List<OrgUnit> subtree, List<UnitOption> ordered) {
    ordered.add(new UnitOption(unit, depth));
    subtree.stream()
        .filter(child -> Objects.equals(child.parentId(), unit.id()))
        .sorted(Comparator.comparing(OrgUnit::name))
        .forEach(child -> append(child, depth + 1, subtree, ordered));
  }
}
