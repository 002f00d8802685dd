package vn.lantoa.channel.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderRequest;

/// The wire under Twilio's library. Ours, because the library's own sends a POST up to three times
/// on any 5xx, and each of them may be a message on somebody's phone; and because it speaks to no
/// other host than Twilio's.
class TwilioHttp extends HttpClient {

  /// Never null: the library, told to log what it does, stumbles over that, and a message that
  /// Twilio has taken would be uncertain.
  private static final Header[] NONE = {};

  private final ProviderHttp http;
  private final URI base;

  TwilioHttp(ProviderHttp http, URI base) {
    this.http = http;
    this.base = base;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  /// @throws Unanswered unless Twilio took it
  @Override
  public Response makeRequest(Request request) {
    return switch (ask(request)) {
      case ProviderHttp.Answer answer when answer.isSuccess() ->
          new Response(answer.body(), answer.status(), NONE);
      case ProviderHttp.Reply reply -> throw new Unanswered(reply);
    };
  }

  private ProviderHttp.Reply ask(Request request) {
    // Path and query of what the library made, on the host of our settings.
    var path = request.constructURL().getFile();
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", request.getAuthString());
    headers.put("Accept", "application/json");
    return switch (request.getMethod()) {
      case GET -> http.ask(ProviderRequest.get(base, path, headers));
      case POST -> http.ask(ProviderRequest.form(base, path, headers, request.encodeFormBody()));
      default -> throw new IllegalArgumentException("Nothing of ours needs " + request.getMethod());
    };
  }

  /// The reply that is no success, on its way through the library to who can judge it.
  static final class Unanswered extends RuntimeException {
    private final transient ProviderHttp.Reply reply;

    Unanswered(ProviderHttp.Reply reply) {
      super("Twilio did not take it", null, false, false);
      this.reply = reply;
    }

    ProviderHttp.Reply reply() {
      return reply;
    }
  }
}
