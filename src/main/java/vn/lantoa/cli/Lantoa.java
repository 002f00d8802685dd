package vn.lantoa.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lantoa.lab.bench.BenchCommand;
import vn.lantoa.lab.faults.FaultsCommand;
import vn.lantoa.lab.faults.StandInsCommand;

/// The program. Without a command it says what it can do.
@Command(
    name = "lantoa",
    description = "Lan Tỏa: một tin đã phê duyệt, đến được mọi người, trên mọi kênh.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      BenchCommand.class,
      FaultsCommand.class,
      StandInsCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCác lệnh:%n",
    optionListHeading = "%nTùy chọn:%n",
    footer = {
      "",
      "Biến môi trường hay dùng: LANTOA_DATA, LANTOA_PORT, LANTOA_PUBLIC_URL, LANTOA_DB_URL,",
      "LANTOA_SMTP_HOST, LANTOA_SMTP_PORT; LANTOA_LANG=en for messages in English.",
      "Mọi cấu hình khác: config/application.yaml."
    })
public final class Lantoa implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Lantoa() {}

  public static void main(String[] arguments) {
    // Until a server has read its settings, only what went wrong is worth a line.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    ((Logger) LoggerFactory.getLogger("org.springframework.boot.SpringApplication"))
        .setLevel(Level.OFF);
    System.exit(
        new CommandLine(new Lantoa())
            .setResourceBundle(ResourceBundle.getBundle("messages/cli", Words.locale()))
            .setExecutionExceptionHandler((failure, _, _) -> Trouble.say(failure))
            .execute(arguments));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(System.out);
    return 0;
  }
}
