package vn.lantoa.cluster;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.database.DurableFile;

/// The epoch outside the database: `epoch` in the data folder. It also says which folder of which
/// machine it was written in, so that a copy of the folder is known as one.
final class EpochFile {

  private static final Logger log = LoggerFactory.getLogger(EpochFile.class);

  private static final Path MACHINE_ID = Path.of("/etc/machine-id");

  private final Path file;
  private final String place;

  EpochFile(Path data) {
    file = data.resolve("epoch");
    place = machine() + ":" + data.toAbsolutePath().normalize();
  }

  /// Empty when this folder never held one, or what it holds cannot be read: that says nothing
  /// about the database.
  Optional<Kept> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
      return Optional.of(
          new Kept(
              Long.parseLong(properties.getProperty("epoch", "")),
              place.equals(properties.getProperty("place"))));
    } catch (IllegalArgumentException e) {
      log.warn("{} cannot be read and is written anew: {}", file, e.toString());
      return Optional.empty();
    }
  }

  void write(long epoch) throws IOException {
    var properties = new Properties();
    properties.setProperty("epoch", Long.toString(epoch));
    properties.setProperty("place", place);
    var text = new StringWriter();
    properties.store(
        text, "Rises while the program runs. A database that is behind it is an old copy.");
    DurableFile.write(file, text.toString());
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
