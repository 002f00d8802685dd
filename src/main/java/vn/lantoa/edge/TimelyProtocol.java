package vn.lantoa.edge;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// HTTP as Tomcat speaks it, except that a request has to have come in a certain time
/// ([ArrivalSettings]). Only here is it known of which connection nothing but half a header has
/// come, and does it hold for whoever reads a body: Tomcat itself reads forms.
///
/// Tomcat makes one of it by the name of its class, which therefore is public.
public final class TimelyProtocol extends Http11NioProtocol {

  private static final long BETWEEN_SWEEPS_MILLIS = 500;

  private final Map<SocketWrapperBase<?>, Arrival> arrivals = new ConcurrentHashMap<>();
  private @Nullable ArrivalSettings settings;

  void setSettings(ArrivalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void start() throws Exception {
    super.start();
    getUtilityExecutor()
        .scheduleWithFixedDelay(
            this::sweep, BETWEEN_SWEEPS_MILLIS, BETWEEN_SWEEPS_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected Processor createProcessor() {
    return new TimelyProcessor(this, getAdapter());
  }

  Arrival arrival(SocketWrapperBase<?> connection) {
    return arrivals.computeIfAbsent(
        connection, it -> new Arrival(it, Objects.requireNonNull(settings)));
  }

  void forget(SocketWrapperBase<?> connection) {
    arrivals.remove(connection);
  }

  private void sweep() {
    arrivals.values().removeIf(Arrival::isOver);
    arrivals.values().stream().filter(Arrival::isOverdue).forEach(Arrival::waitNoLonger);
  }
}
