package vn.lantoa.sandbox;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// Facebook's Graph API, as far as posting on a page goes.
class GraphStandIn implements StandIn {

  static final Secret TOKEN = new Secret("sandbox-page-token");

  private static final Pattern FEED = Pattern.compile("/v[0-9.]+/([^/]+)/feed");

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final AtomicLong posts = new AtomicLong(1_000);

  GraphStandIn(SandboxInbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.FACEBOOK;
  }

  @Override
  public boolean isMessage(Request request) {
    return request.method().equals("POST");
  }

  @Override
  public Answer answer(Request request) {
    var feed = FEED.matcher(request.path());
    if (!feed.matches()) {
      return error(400, 2500, "Unknown path components");
    }
    if (!request.header("authorization").equals("Bearer " + TOKEN.value())) {
      return error(401, 190, "Invalid OAuth access token.");
    }
    var form = Forms.read(request.body());
    var text = form.getOrDefault("message", "");
    if (text.isEmpty()) {
      return error(400, 100, "Missing message or attachment");
    }
    var page = feed.group(1);
    var at = clock.instant();
    var link = form.getOrDefault("link", "");
    inbox.add(
        channel(), () -> new SandboxMessage(channel(), at, page, page, "", post(text, link), ""));
    return new Answer(200, Map.of("id", page + "_" + posts.incrementAndGet()));
  }

  @Override
  public Answer refusal(Fault.Effect.Refuse refusal) {
    return error(refusal.status(), refusal.code(), "(#%d) sandbox".formatted(refusal.code()));
  }

  private static Answer error(int status, int code, String message) {
    return new Answer(
        status,
        Map.of("error", Map.of("message", message, "type", "OAuthException", "code", code)));
  }

  private static String post(String text, String link) {
    return link.isEmpty() || text.contains(link) ? text : text + "\n" + link;
  }
}
