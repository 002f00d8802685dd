package vn.lantoa.lab.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// Facebook's Graph API, as far as posting on a page goes.
class GraphStandIn implements StandIn {

  static final Secret TOKEN = new Secret("sandbox-page-token");

  /// As the Graph API writes moments: `2026-11-21T04:30:00+0000`.
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

  private static final Pattern FEED = Pattern.compile("/v[0-9.]+/([^/]+)/feed");

  /// So many posts of a page can be looked up again.
  private static final int LISTED = 10_000;

  /// The most on one page, whoever asks for more: the Graph API, too, gives fewer than asked for.
  private static final int PAGE = 25;

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final AtomicLong posts = new AtomicLong(1_000);
  private final Map<String, Deque<Post>> feeds = new HashMap<>();

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
  public String address(Request request) {
    var feed = FEED.matcher(request.path());
    return feed.matches() ? feed.group(1) : "";
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
    if (request.method().equals("GET")) {
      return new Answer(200, list(feed.group(1), request.query()));
    }
    var form = Forms.read(request.body());
    var text = form.getOrDefault("message", "");
    if (text.isEmpty()) {
      return error(400, 100, "Missing message or attachment");
    }
    var page = feed.group(1);
    var at = clock.instant();
    var link = form.getOrDefault("link", "");
    var id = page + "_" + posts.incrementAndGet();
    remember(page, new Post(id, text, link, at));
    inbox.add(
        channel(),
        page,
        id,
        () -> new SandboxMessage(channel(), at, page, page, "", post(text, link), ""));
    return new Answer(200, Map.of("id", id));
  }

  @Override
  public Answer refusal(Fault.Effect.Refuse refusal) {
    return error(refusal.status(), refusal.code(), "(#%d) sandbox".formatted(refusal.code()));
  }

  private void remember(String page, Post post) {
    synchronized (feeds) {
      var feed = feeds.computeIfAbsent(page, _ -> new ArrayDeque<>());
      feed.addFirst(post);
      if (feed.size() > LISTED) {
        feed.removeLast();
      }
    }
  }

  /// The newest first; there is a next page, but nobody here turns it.
  private Map<String, Object> list(String page, Map<String, String> query) {
    var since = Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("since", "0")));
    long most = Math.min(Long.parseLong(query.getOrDefault("limit", "" + PAGE)), PAGE);
    List<Map<String, Object>> found;
    synchronized (feeds) {
      found =
          feeds.getOrDefault(page, new ArrayDeque<>()).stream()
              .filter(post -> !post.at().isBefore(since))
              .limit(most + 1)
              .map(Post::json)
              .toList();
    }
    return found.size() > most
        ? Map.of("data", found.subList(0, (int) most), "paging", Map.of("next", "/feed?after=x"))
        : Map.of("data", found);
  }

  private static Answer error(int status, int code, String message) {
    return new Answer(
        status,
        Map.of("error", Map.of("message", message, "type", "OAuthException", "code", code)));
  }

  private static String post(String text, String link) {
    return link.isEmpty() || text.contains(link) ? text : text + "\n" + link;
  }

  private record Post(String id, String message, String link, Instant at) {

    Map<String, Object> json() {
      return Map.of("id", id, "message", message, "link", link, "created_time", CREATED.format(at));
    }
  }
}
