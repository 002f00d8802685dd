package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.LantoaApplication;
import vn.lantoa.common.Channel;

/// The real program on an empty folder, with nothing that would hold back what is measured.
final class BenchServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private BenchServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// @param concurrency messages on the wire at once
  /// @param more settings that point the channel at its sink
  /// @param besides beans that measure
  static BenchServer start(
      Path data, Channel channel, int concurrency, Map<String, Object> more, Class<?>... besides)
      throws IOException {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("lantoa.data", data);
    settings.put("server.port", 0);
    settings.put("lantoa.content.folder", Files.createDirectories(data.resolve("content")));
    settings.put("lantoa.calendar.quiet-hours", alwaysOpen(data));
    settings.put("lantoa.channels." + channel + ".per-second", 1_000_000);
    settings.put("lantoa.channels." + channel + ".workers", concurrency);
    settings.put("logging.level.root", "ERROR");
    settings.put("logging.level.vn.lantoa", "WARN");
    settings.putAll(more);
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    var sources =
        Stream.concat(Stream.of(LantoaApplication.class), Stream.of(besides))
            .toArray(Class<?>[]::new);
    return new BenchServer(
        new SpringApplicationBuilder(sources).logStartupInfo(false).run(arguments));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  /// Where its console is.
  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
  }

  private static Path alwaysOpen(Path data) throws IOException {
    return Files.writeString(
        Files.createDirectories(data).resolve("quiet-hours.yaml"),
        "channels: {}\nothers: {window: always, days: mon-sun, holidays: send}\n");
  }
}
