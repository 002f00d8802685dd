package vn.lantoa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.StartupFailure;

/// Whatever a command did not expect, as a sentence. The stack trace is for whoever mends it: in a
/// file, not on the terminal.
final class Trouble {

  private static final int FAILED = 1;

  private Trouble() {}

  /// @return the code the program ends with
  static int say(Exception failure) {
    System.err.println(
        switch (failure) {
          case StartupFailure said -> Words.of("startup." + said.key(), said.arguments().toArray());
          case Refusal said -> Words.of("refusal." + said.key(), said.arguments().toArray());
          default ->
              Words.of(
                  "cli.failed",
                  StartupTrouble.oneLine(StartupTrouble.deepest(failure)),
                  traced(failure));
        });
    return FAILED;
  }

  private static String traced(Exception failure) {
    try {
      Path file = Files.createTempFile("lantoa-", ".txt");
      try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        failure.printStackTrace(out);
      }
      return file.toString();
    } catch (IOException _) {
      return failure.toString();
    }
  }
}
