package vn.lantoa.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lantoa.lab.faults.Parent;

/// The options `serve` and `demo` share.
final class ServerOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Thư mục dữ liệu (mặc định: LANTOA_DATA, hoặc data; với lệnh demo: data/demo).")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Cổng của bảng điều khiển (mặc định 8080).")
  @Nullable Integer port;

  @Option(
      names = "--until-parent-ends",
      hidden = true,
      description = "Ends with the process that started it: for trials.")
  private boolean untilParentEnds;

  void followParent() {
    if (untilParentEnds) {
      Parent.followToItsEnd();
    }
  }

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
