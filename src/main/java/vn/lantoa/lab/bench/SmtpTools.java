package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import vn.lantoa.common.FreePort;

/// Postfix's two test programs (Debian's package `postfix`): a sink that takes letters as fast as
/// they come, and a source that shows how fast that is.
final class SmtpTools {

  private static final List<Path> PLACES =
      Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/opt/homebrew/sbin")
          .map(Path::of)
          .toList();

  private SmtpTools() {}

  /// @throws ParameterException when it is not installed
  static Path required(String program, CommandLine command) {
    return PLACES.stream()
        .map(place -> place.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(command, program + ": apt install postfix / --smtp HOST:PORT"));
  }

  /// Starts a sink that ends with this program.
  ///
  /// @return its port on this machine
  static int sink(CommandLine command) throws IOException, InterruptedException {
    var program = required("smtp-sink", command).toString();
    int port = FreePort.any();
    var root = System.getProperty("user.name").equals("root");
    var user = root ? List.of("-u", "nobody") : List.<String>of();
    var sink =
        new ProcessBuilder(
                Stream.of(
                        List.of(program),
                        user,
                        List.of("-h", "sink.lantoa", "127.0.0.1:" + port, "500"))
                    .flatMap(List::stream)
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(sink::destroyForcibly));
    Thread.sleep(500);
    return port;
  }

  /// What the sink can take at most: letters of 2 KB over sessions that stay open.
  ///
  /// @return letters a second
  static double source(Path program, String host, int port, int letters, int sessions)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var source =
        new ProcessBuilder(
                program.toString(),
                "-d",
                "-s",
                "" + sessions,
                "-m",
                "" + letters,
                "-l",
                "2048",
                "-f",
                "lantoa@lantoa.example.vn",
                "-t",
                "nguoi-nhan@mau.example.vn",
                host + ":" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!source.waitFor(10, TimeUnit.MINUTES) || source.exitValue() != 0) {
      source.destroyForcibly();
      throw new IOException("smtp-source did not finish");
    }
    return letters / ((System.nanoTime() - start) / 1e9);
  }
}
