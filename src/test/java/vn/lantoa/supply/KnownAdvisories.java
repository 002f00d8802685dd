package vn.lantoa.supply;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The weaknesses we know of, and those we have accepted.
record KnownAdvisories(List<Advisory> advisories, List<Acceptance> accepted) {

  static final Path ADVISORIES = Path.of("src/supply/advisories.yaml");
  static final Path ACCEPTED = Path.of("src/supply/accepted.yaml");

  static KnownAdvisories read() {
    return new KnownAdvisories(
        SupplyFile.read(ADVISORIES, Advisory.class), SupplyFile.read(ACCEPTED, Acceptance.class));
  }

  /// What must be done before this may be released, one sentence each.
  List<String> objections(List<Component> components, LocalDate today) {
    var objections = new ArrayList<String>();
    for (var component : components) {
      for (var advisory : advisories) {
        if (advisory.hits(component)) {
          objection(advisory, component, today).ifPresent(objections::add);
        }
      }
    }
    accepted.stream()
        .filter(acceptance -> !isNeeded(acceptance, components))
        .forEach(idle ->
            objections.add(
                "%s of %s no longer hits us: take it out of %s"
                    .formatted(idle.id(), idle.library(), ACCEPTED)));
    return objections;
  }

  private Optional<String> objection(Advisory advisory, Component component, LocalDate today) {
    var acceptance = accepted.stream().filter(one -> one.accepts(advisory, component)).findFirst();
    var why =
        acceptance.isEmpty() ? Optional.of("is not accepted") : acceptance.get().lapsed(today);
    return why.map(said ->
        "%s %s: %s (%s) %s; fixed in %s, see %s"
            .formatted(
                component.coordinates(),
                component.version(),
                advisory.id(),
                advisory.about(),
                said,
                advisory.fixed(),
                advisory.source()));
  }

  private boolean isNeeded(Acceptance acceptance, List<Component> components) {
    return components.stream()
        .anyMatch(component ->
            advisories.stream()
                .anyMatch(advisory ->
                    acceptance.accepts(advisory, component) && advisory.hits(component)));
  }
}
