package vn.lantoa.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lantoa.database.DurableFile;
import vn.lantoa.security.PasswordChosen;

/// The password of the first account, where only who runs the server reads it: not in a terminal,
/// whose lines a journal keeps for ever. The file is gone when the person has chosen one of his
/// own.
@Component
public class FirstPasswordFile {

  private static final Logger log = LoggerFactory.getLogger(FirstPasswordFile.class);

  private final Path file;

  FirstPasswordFile(@Value("${lantoa.data}") Path data) {
    file = data.toAbsolutePath().normalize().resolve("first-password");
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /// @return where it is
  public Path write(String username, String password) {
    try {
      DurableFile.write(file, username + "\n" + password + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void chosen(PasswordChosen event) {
    try {
      if (exists() && Files.readString(file).startsWith(event.username() + "\n")) {
        Files.delete(file);
      }
    } catch (IOException e) {
      log.warn("Could not delete {}: the password in it is no longer good", file, e);
    }
  }
}
