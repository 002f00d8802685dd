package vn.lantoa.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// The epoch outside the database: `epoch` in the data folder. It also says which folder of which
/// machine it was written in, so that a copy of the folder is known as one.
final class EpochFile {

  private static final Path MACHINE_ID = Path.of("/etc/machine-id");

  private final Path file;
  private final String place;

  EpochFile(Path data) {
    file = data.resolve("epoch");
    place = machine() + ":" + data.toAbsolutePath().normalize();
  }

  /// Empty when this folder never held one.
  Optional<Kept> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return Optional.of(
        new Kept(
            Long.parseLong(properties.getProperty("epoch", "0")),
            place.equals(properties.getProperty("place"))));
  }

  void write(long epoch) throws IOException {
    var properties = new Properties();
    properties.setProperty("epoch", Long.toString(epoch));
    properties.setProperty("place", place);
    var unfinished = file.resolveSibling("epoch.tmp");
    try (var out = Files.newBufferedWriter(unfinished)) {
      properties.store(
          out, "Rises while the program runs. A database that is behind it is an old copy.");
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String machine() {
    try {
      return Files.readString(MACHINE_ID).strip();
    } catch (IOException _) {
      return "";
    }
  }

  /// @param here whether it was written in this folder on this machine
  record Kept(long epoch, boolean here) {}
}
