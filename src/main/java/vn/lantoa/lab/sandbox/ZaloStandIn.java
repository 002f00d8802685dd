package vn.lantoa.lab.sandbox;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// Zalo's API of Official Accounts, as far as a broadcast goes: article, its making, sending it to
/// all; and the token that is renewed by a refresh token good for one use. Failures come with HTTP
/// 200.
class ZaloStandIn implements StandIn {

  static final String APP = "sandbox-app";
  static final Secret APP_SECRET = new Secret("sandbox-app-secret");
  static final Secret FIRST_ACCESS = new Secret("sandbox-access-0");
  static final Secret FIRST_REFRESH = new Secret("sandbox-refresh-0");

  private static final JsonMapper JSON = new JsonMapper();

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final AtomicLong ids = new AtomicLong();
  private final Map<String, JsonNode> articles = new ConcurrentHashMap<>();
  private String access = FIRST_ACCESS.value();
  private String refresh = FIRST_REFRESH.value();

  ZaloStandIn(SandboxInbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.ZALO;
  }

  @Override
  public boolean isMessage(Request request) {
    return request.path().equals("/v2.0/oa/message");
  }

  @Override
  public Answer answer(Request request) {
    if (request.path().equals("/oauth/v4/oa/access_token")) {
      return renew(request);
    }
    if (!request.header("access_token").equals(accessNow())) {
      return error(-216, "Access token is invalid");
    }
    var body = JSON.readTree(request.body());
    return switch (request.path()) {
      case "/v2.0/article/create" -> create(body);
      case "/v2.0/article/verify" -> verify(body);
      case "/v2.0/oa/message" -> broadcast(body);
      default -> error(-106, "Method is not supported");
    };
  }

  @Override
  public Answer refusal(Fault.Effect.Refuse refusal) {
    // An expired token strikes like at the real one: whatever we send, until it is renewed.
    if (refusal.code() == -216) {
      expire();
    }
    return new Answer(refusal.status(), Map.of("error", refusal.code(), "message", "sandbox"));
  }

  private synchronized String accessNow() {
    return access;
  }

  private synchronized void expire() {
    access = "expired";
  }

  private synchronized Answer renew(Request request) {
    var form = Forms.read(request.body());
    if (!request.header("secret_key").equals(APP_SECRET.value())
        || !form.getOrDefault("refresh_token", "").equals(refresh)) {
      return error(-14020, "Invalid refresh token");
    }
    long next = ids.incrementAndGet();
    access = "sandbox-access-" + next;
    refresh = "sandbox-refresh-" + next;
    return new Answer(
        200, Map.of("access_token", access, "refresh_token", refresh, "expires_in", "90000"));
  }

  private Answer create(JsonNode article) {
    if (article.path("title").asString("").isEmpty()) {
      return error(-201, "title is empty");
    }
    var token = "token-" + ids.incrementAndGet();
    articles.put(token, article);
    return ok(Map.of("token", token));
  }

  private Answer verify(JsonNode body) {
    var token = body.path("token").asString("");
    var article = articles.remove(token);
    if (article == null) {
      return error(-201, "token is not valid");
    }
    var id = "article-" + ids.incrementAndGet();
    articles.put(id, article);
    return ok(Map.of("id", id));
  }

  private Answer broadcast(JsonNode body) {
    var elements = body.path("message").path("attachment").path("payload").path("elements");
    var article = articles.remove(elements.path(0).path("attachment_id").asString(""));
    if (article == null) {
      return error(-201, "attachment_id is not valid");
    }
    var at = clock.instant();
    inbox.add(
        channel(),
        "followers",
        article.path("title").asString(""),
        () ->
            new SandboxMessage(
                channel(),
                at,
                article.path("author").asString(""),
                "followers",
                article.path("title").asString(""),
                article.path("body").path(0).path("content").asString(""),
                ""));
    return ok(Map.of("message_id", "message-" + ids.incrementAndGet()));
  }

  private static Answer ok(Map<String, Object> data) {
    return new Answer(200, Map.of("error", 0, "message", "Success", "data", data));
  }

  private static Answer error(int code, String message) {
    return new Answer(200, Map.of("error", code, "message", message));
  }
}
