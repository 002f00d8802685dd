package vn.lantoa.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channels;
import vn.lantoa.common.StartupFailure;

/// Loads `routes/*.camel.yaml` and runs them: up before anything is sent, down after everything is.
@Component
class CamelRoutes implements SmartLifecycle {

  /// Before whatever sends; stopped in the reverse order.
  static final int PHASE = 0;

  private static final Logger log = LoggerFactory.getLogger(CamelRoutes.class);

  private final SpringCamelContext camel;
  private final ChannelModuleSettings settings;
  private final Channels channels;
  private volatile boolean running;

  CamelRoutes(SpringCamelContext camel, ChannelModuleSettings settings, Channels channels) {
    this.camel = camel;
    this.settings = settings;
    this.channels = channels;
  }

  @Override
  public void start() {
    files(settings.routes()).forEach(file -> load(camel, file));
    camel.start();
    running = true;
    for (var channel : channels.enabled()) {
      if (camel.getRoute("deliver-" + channel) == null) {
        throw new StartupFailure("route-missing", channel.key(), settings.routes());
      }
    }
    log.info("{} routes are up", camel.getRoutesSize());
  }

  /// The route files of a folder, by name.
  static List<Path> files(Path folder) {
    try (var found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    } catch (IOException _) {
      throw new StartupFailure("routes-unreadable", folder.toAbsolutePath());
    }
  }

  /// @throws StartupFailure `route-broken` naming the file and what is wrong with it
  static void load(CamelContext camel, Path file) {
    try {
      var resource = ResourceHelper.resolveMandatoryResource(camel, "file:" + file);
      for (RoutesBuilder routes :
          PluginHelper.getRoutesLoader(camel).findRoutesBuilders(resource)) {
        camel.addRoutes(routes);
      }
    } catch (Exception e) {
      throw (StartupFailure) new StartupFailure("route-broken", file, deepest(e)).initCause(e);
    }
  }

  private static String deepest(Throwable e) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
  }

  @Override
  public void stop() {
    camel.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
