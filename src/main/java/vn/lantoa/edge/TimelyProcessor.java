package vn.lantoa.edge;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Called whenever something has come: the beginning of a request, a few bytes more of its headers,
/// or what makes it one that can be answered, together with its body.
final class TimelyProcessor extends Http11Processor {

  private final TimelyProtocol protocol;

  TimelyProcessor(TimelyProtocol protocol, Adapter adapter) {
    super(protocol, adapter);
    this.protocol = protocol;
  }

  @Override
  public SocketState service(SocketWrapperBase<?> connection) throws IOException {
    var arrival = protocol.arrival(connection);
    var state = SocketState.CLOSED;
    try {
      if (!arrival.isOverdue()) {
        state =
            ScopedValue.where(Arrival.CURRENT, arrival)
                .<SocketState, IOException>call(() -> super.service(connection));
      }
      return state;
    } finally {
      afterwards(connection, arrival, state);
    }
  }

  private void afterwards(SocketWrapperBase<?> connection, Arrival arrival, SocketState state) {
    boolean isHalfARequest = state == SocketState.LONG && !isAsync();
    // Empty lines may come before a request, and are none.
    boolean isNoneYet = state == SocketState.OPEN && arrival.isOfHeaders();
    if (isHalfARequest) {
      arrival.waitForHeaders();
    } else if (!isNoneYet) {
      protocol.forget(connection);
    }
  }
}
