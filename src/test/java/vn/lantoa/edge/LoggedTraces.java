package vn.lantoa.edge;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// The stack traces that come into the log meanwhile.
final class LoggedTraces extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> traces = new CopyOnWriteArrayList<>();

  LoggedTraces() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThrowableProxy() != null) {
      traces.add(event.getLoggerName() + ": " + event.getFormattedMessage() + " " + top(event));
    }
  }

  private static String top(ILoggingEvent event) {
    IThrowableProxy cause = event.getThrowableProxy();
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var steps = cause.getStackTraceElementProxyArray();
    return cause.getClassName()
        + ": "
        + cause.getMessage()
        + (steps.length == 0 ? "" : " " + steps[0]);
  }

  List<String> traces() {
    return traces;
  }

  @Override
  public void close() {
    root.detachAppender(this);
  }
}
