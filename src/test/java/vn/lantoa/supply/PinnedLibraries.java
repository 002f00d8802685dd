package vn.lantoa.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The SHA-256 that each library had when we took it, by `group:name:version`: whoever puts another
/// file in its place, at the repository or on the way, is found out.
record PinnedLibraries(Map<String, String> digests) {

  static final Path FILE = Path.of("src/supply/libraries.sha256");

  static PinnedLibraries read() throws IOException {
    return new PinnedLibraries(
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" +", 2))
            .collect(Collectors.toMap(pair -> pair[1], pair -> pair[0])));
  }

  /// What differs between what was taken and what the program is made of now, one sentence each.
  List<String> objections(Map<String, String> bill) {
    var objections = new ArrayList<String>();
    bill.forEach((library, digest) -> {
      var pinned = digests.get(library);
      if (pinned == null) {
        objections.add(library + " is new: mvn test -Dtest=PinLibraries");
      } else if (!pinned.equals(digest)) {
        objections.add(library + " IS ANOTHER FILE than the one that was taken: " + digest);
      }
    });
    digests.keySet().stream()
        .filter(library -> !bill.containsKey(library))
        .forEach(gone -> objections.add(gone + " has gone: mvn test -Dtest=PinLibraries"));
    return objections;
  }

  /// As `sha256sum` would, in the order of the names.
  static void write(Path file, Map<String, String> bill) throws IOException {
    var comment = Files.readAllLines(file).stream().filter(line -> line.startsWith("#"));
    var lines =
        new TreeMap<>(bill)
            .entrySet().stream().map(entry -> entry.getValue() + "  " + entry.getKey());
    Files.write(file, Stream.concat(comment, lines).toList());
  }
}
