package vn.lantoa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.common.Channel;
import vn.lantoa.common.FreePort;

/// What a demo runs with: no provider but the stand-ins, no pace but the machine's, no night,
/// because a demo is watched; nobody but this machine, because its passwords are known; a database
/// of its own, because it fills and empties it.
final class DemoSettings {

  private static final String LOOPBACK = "127.0.0.1";

  /// Set for a server, they do not hold for a demo.
  private static final List<String> FOR_SERVERS =
      List.of("LANTOA_ADDRESS", "LANTOA_PUBLIC_URL", "LANTOA_DB_URL");

  private DemoSettings() {}

  static Map<String, Object> of(ServerOptions options, Path data) {
    var settings = new HashMap<>(options.settings());
    settings.put("lantoa.data", data);
    settings.put("server.address", LOOPBACK);
    settings.put("lantoa.public-url", "http://localhost:${server.port}");
    settings.put("lantoa.db.url", "");
    if ("0".equals(String.valueOf(settings.getOrDefault("server.port", environment("PORT"))))) {
      // Receipts need to know where to go before the server has chosen.
      settings.put("server.port", FreePort.any());
    }
    settings.put("lantoa.sandbox.enabled", true);
    settings.put("lantoa.calendar.quiet-hours", DemoFolder.quietHours(data));
    settings.put("lantoa.channels.telegram.enabled", true);
    settings.put("lantoa.delivery.retry-base", "1s");
    settings.put("lantoa.delivery.retry-cap", "20s");
    for (var channel : List.of(Channel.SMS, Channel.EMAIL, Channel.RADIO)) {
      settings.put("lantoa.channels." + channel + ".per-second", 20_000);
    }
    for (var channel : List.of(Channel.FACEBOOK, Channel.ZALO, Channel.TELEGRAM)) {
      settings.put("lantoa.channels." + channel + ".per-second", 50);
    }
    if (!isTerminal()) {
      settings.put("spring.output.ansi.enabled", "never");
    }
    // What matters is said in sentences.
    settings.put("logging.level.vn.lantoa", "ERROR");
    settings.put("logging.level.root", "ERROR");
    return settings;
  }

  /// Where a demo keeps its data: where it is told to, where every command is told to, or in a
  /// place of its own.
  static Path data(ServerOptions options) {
    if (options.data != null) {
      return options.data;
    }
    var told = environment("DATA");
    return told.isBlank() ? Path.of("data", "demo") : Path.of(told);
  }

  /// What was set in vain, as it was set.
  static List<String> inVain() {
    var inVain = new ArrayList<String>();
    for (var name : FOR_SERVERS) {
      var value = System.getenv(name);
      if (value != null && !value.isBlank() && !value.equals(LOOPBACK)) {
        // The address of a database may hold a password.
        inVain.add(name.endsWith("_DB_URL") ? name : name + "=" + value);
      }
    }
    return inVain;
  }

  static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private static String environment(String name) {
    return System.getenv().getOrDefault("LANTOA_" + name, "");
  }
}
