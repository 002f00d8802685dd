package vn.lantoa.channel.zalo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Broadcasts to the followers of an Official Account: writes an article, waits until Zalo has made
/// it, and sends it to all. Only the last step reaches people, so only its lost answer is
/// ambiguous.
@Component("zaloSender")
class ZaloSender implements ChannelSender {

  private static final Set<String> TOKEN_REFUSED = Set.of("-216", "-220", "-124");
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(800);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final ZaloAccount account;
  private final ZaloTokens tokens;
  private final ProviderHttp http;
  private final ZaloSettings settings;
  private final HttpJudge judge = new HttpJudge("Zalo", OutcomeTable.of("zalo"));

  // Articles that Zalo was still making when we last looked: the next try goes on from there.
  private final Map<Long, String> drafts = new ConcurrentHashMap<>();

  ZaloSender(ZaloAccount account, ZaloTokens tokens, ProviderHttp http, ZaloSettings settings) {
    this.account = account;
    this.tokens = tokens;
    this.http = http;
    this.settings = settings;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    if (!account.isConfigured()) {
      return new Outcome.ChannelDown(Reasons.say("setting-missing", "lantoa.zalo.access-token"));
    }
    var draft = drafts.get(message.deliveryId());
    return draft == null ? write(message) : lookUp(message, draft);
  }

  private Outcome write(OutgoingMessage message) {
    return switch (call("/v2.0/article/create", article(message))) {
      case Said(var data) -> {
        drafts.put(message.deliveryId(), data.path("token").asString(""));
        yield lookUp(message, drafts.get(message.deliveryId()));
      }
      case Failed(var outcome) -> harmless(outcome);
    };
  }

  private Outcome lookUp(OutgoingMessage message, String token) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LONGEST_LOOK.toNanos()) {
      switch (call("/v2.0/article/verify", Map.of("token", token))) {
        case Said(var data) when !data.path("id").asString("").isEmpty() -> {
          drafts.remove(message.deliveryId());
          return broadcast(data.path("id").asString());
        }
        case Said _ -> pause();
        case Failed(var outcome) -> {
          return harmless(outcome);
        }
      }
    }
    return new Outcome.Retry(TRY_AGAIN, Reasons.say("zalo.article-pending"));
  }

  private Outcome broadcast(String articleId) {
    var element = Map.of("media_type", "article", "attachment_id", articleId);
    var payload = Map.of("template_type", "media", "elements", List.of(element));
    var request =
        Map.of(
            "recipient", Map.of("target", Map.of()),
            "message", Map.of("attachment", Map.of("type", "template", "payload", payload)));
    return switch (call("/v2.0/oa/message", request)) {
      case Said(var data) -> new Outcome.Accepted(data.path("message_id").asString(articleId));
      case Failed(var outcome) -> outcome;
    };
  }

  // Before the broadcast nobody was reached: at worst an article too many lies in the account.
  private static Outcome harmless(Outcome outcome) {
    return outcome instanceof Outcome.Ambiguous(var why)
        ? new Outcome.Retry(TRY_AGAIN, why)
        : outcome;
  }

  /// One call; with a fresh token once more when Zalo refused the token, since then it did nothing.
  private Step call(String path, Object request) {
    var token = tokens.access();
    var reply = post(path, request, token.value());
    if (!refusesToken(reply)) {
      return step(reply);
    }
    var trouble = tokens.renew(token);
    return trouble.isPresent()
        ? new Failed(new Outcome.ChannelDown(Reasons.say("zalo.not-renewed", trouble.get())))
        : step(post(path, request, tokens.access().value()));
  }

  private ProviderHttp.Reply post(String path, Object request, String token) {
    return http.post(
        account.base(),
        path,
        Map.of("access_token", token),
        "application/json",
        Json.write(request));
  }

  private static boolean refusesToken(ProviderHttp.Reply reply) {
    return reply instanceof Answer answer
        && (answer.status() == 401 || TOKEN_REFUSED.contains(error(answer).code()));
  }

  private Step step(ProviderHttp.Reply reply) {
    if (reply instanceof Answer answer && answer.isSuccess()) {
      var code = error(answer).code();
      if (code.equals("0")) {
        return new Said(Json.read(answer.body()).path("data"));
      }
      // Success of HTTP says nothing at Zalo.
      return new Failed(code.isEmpty() ? judge.unreadable() : judge.refused(answer, error(answer)));
    }
    return new Failed(judge.judge(reply, _ -> judge.unreadable(), ZaloSender::error));
  }

  private static HttpJudge.ProviderError error(Answer answer) {
    var body = Json.read(answer.body());
    return new HttpJudge.ProviderError(
        body.path("error").asString(""), body.path("message").asString(""));
  }

  private Map<String, Object> article(OutgoingMessage message) {
    var text = message.link().isEmpty() ? message.text() : message.text() + "\n" + message.link();
    var cover =
        settings.coverUrl().isEmpty()
            ? Map.of("cover_type", "photo", "status", "hide")
            : Map.of("cover_type", "photo", "photo_url", settings.coverUrl(), "status", "show");
    return Map.of(
        "type",
        "normal",
        "title",
        message.subject(),
        "author",
        message.unitName(),
        "cover",
        cover,
        "description",
        message.subject(),
        "body",
        List.of(Map.of("type", "text", "content", text)),
        "status",
        "show",
        "comment",
        "hide");
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private sealed interface Step {}

  private record Said(JsonNode data) implements Step {}

  private record Failed(Outcome outcome) implements Step {}
}
