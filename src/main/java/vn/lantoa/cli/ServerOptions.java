package vn.lantoa.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options `serve` and `demo` share.
final class ServerOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Thư mục dữ liệu (mặc định: data; data/demo với lệnh demo).")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Cổng của bảng điều khiển (mặc định 8080).")
  @Nullable Integer port;

  Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    if (data != null) {
      settings.put("lantoa.data", data);
    }
    if (port != null) {
      settings.put("server.port", port);
    }
    return settings;
  }
}
