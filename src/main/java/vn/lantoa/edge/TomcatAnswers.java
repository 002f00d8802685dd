package vn.lantoa.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Where only Tomcat itself can act. It puts the headers on what is answered before any filter has
/// seen it: an address that cannot be read, an unknown method. And it hangs up on bodies that were
/// refused, instead of reading them to their end. From here on a body is waited for, as long as for
/// a stranger's until somebody knows better.
final class TomcatAnswers extends ValveBase {

  /// Set on a request whose body nobody waits for: the connection ends with the answer.
  static final String UNWANTED = TomcatAnswers.class.getName() + ".unwanted";

  private final SecurityHeaders headers;

  TomcatAnswers(SecurityHeaders headers) {
    super(true);
    this.headers = headers;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (response.isErrorReportRequired()) {
      headers.addTo(response);
    } else {
      // What Tomcat has refused may have no length that can be read.
      Arrival.current().ifPresent(arrival -> arrival.waitForBody(length(request)));
    }
    getNext().invoke(request, response);
    if (request.getAttribute(UNWANTED) != null) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private static long length(Request request) {
    return Math.clamp(request.getContentLengthLong(), 0, BodyLimits.OF_A_STRANGER.toBytes());
  }
}
