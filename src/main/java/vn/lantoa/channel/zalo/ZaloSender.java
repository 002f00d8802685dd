package vn.lantoa.channel.zalo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.channel.zalo.ZaloApi.Failed;
import vn.lantoa.channel.zalo.ZaloApi.Said;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Broadcasts to the followers of an Official Account: writes an article, waits until Zalo has made
/// it, and sends it to all. Only the last step reaches people, so only its lost answer is
/// ambiguous.
@Component("zaloSender")
class ZaloSender implements ChannelSender {

  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(800);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final ZaloAccount account;
  private final ZaloApi api;

  // Articles that Zalo was still making when we last looked: the next try goes on from there.
  private final Map<Long, String> drafts = new ConcurrentHashMap<>();

  ZaloSender(ZaloAccount account, ZaloApi api) {
    this.account = account;
    this.api = api;
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
    return switch (api.call("/v2.0/article/create", ZaloArticle.of(message, account.coverUrl()))) {
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
      switch (api.call("/v2.0/article/verify", Map.of("token", token))) {
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
    return switch (api.call("/v2.0/oa/message", request)) {
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

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
