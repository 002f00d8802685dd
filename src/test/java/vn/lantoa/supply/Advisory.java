package vn.lantoa.supply;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/// A published weakness of a library.
///
/// @param id of the CVE where there is one, else of GitHub's or the publisher's advisory
/// @param library `group:name`; a `*` for the name means each of the group
/// @param affected spans of versions in Maven's notation: `[2.19.0,2.21.7)`; one of them is enough
/// @param fixed the first versions without it, for people; `-` when there is none
/// @param source where the spans were read
/// @param seen the day the entry was made or last changed
/// @param verified whether the spans come from the publisher or a database of advisories, not from
///   somebody's notes
@JsonPropertyOrder({"id", "library", "affected", "fixed", "about", "source", "seen", "verified"})
record Advisory(
    String id,
    String library,
    List<String> affected,
    String fixed,
    String about,
    String source,
    LocalDate seen,
    boolean verified) {

  Advisory {
    affected.forEach(Advisory::span);
  }

  boolean hits(Component component) {
    var version = new DefaultArtifactVersion(component.version());
    return concerns(component)
        && affected.stream().anyMatch(span -> span(span).containsVersion(version));
  }

  /// The same weakness of the same library, whatever else is said of it.
  boolean isAbout(Advisory other) {
    return id.equals(other.id) && library.equals(other.library);
  }

  /// But for the day.
  boolean saysTheSame(Advisory other) {
    return equals(
        new Advisory(
            other.id,
            other.library,
            other.affected,
            other.fixed,
            other.about,
            other.source,
            seen,
            other.verified));
  }

  private boolean concerns(Component component) {
    return library.endsWith(":*")
        ? component.group().equals(library.substring(0, library.length() - 2))
        : component.coordinates().equals(library);
  }

  private static VersionRange span(String text) {
    try {
      var span = VersionRange.createFromVersionSpec(text);
      // Without brackets it would be a wish, which Maven lets every version grant.
      if (span.getRecommendedVersion() == null && !span.getRestrictions().isEmpty()) {
        return span;
      }
    } catch (InvalidVersionSpecificationException _) {
      // Said below.
    }
    throw new IllegalArgumentException("No span of versions: " + text);
  }
}
