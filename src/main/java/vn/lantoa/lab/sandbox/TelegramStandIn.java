package vn.lantoa.lab.sandbox;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// Telegram's bot API, as far as posting in a channel goes.
class TelegramStandIn implements StandIn {

  static final Secret TOKEN = new Secret("1000:sandbox-bot-token");

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 4096;

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final AtomicLong posts = new AtomicLong();

  TelegramStandIn(SandboxInbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.TELEGRAM;
  }

  @Override
  public boolean isMessage(Request request) {
    return request.method().equals("POST");
  }

  @Override
  public Answer answer(Request request) {
    if (!request.path().equals("/bot" + TOKEN.value() + "/sendMessage")) {
      return error(401, "Unauthorized", 0);
    }
    var message = JSON.readTree(request.body());
    var text = message.path("text").asString("");
    if (text.isEmpty() || text.length() > LONGEST) {
      return error(400, "Bad Request: message text is empty or too long", 0);
    }
    var chat = message.path("chat_id").asString("");
    var at = clock.instant();
    inbox.add(
        channel(), chat, "", () -> new SandboxMessage(channel(), at, "bot", chat, "", "", text));
    return new Answer(
        200, Map.of("ok", true, "result", Map.of("message_id", posts.incrementAndGet())));
  }

  @Override
  public Answer refusal(Fault.Effect.Refuse refusal) {
    return error(refusal.status(), "sandbox", refusal.retryAfter().toSeconds());
  }

  private static Answer error(int status, String description, long retryAfter) {
    return new Answer(
        status,
        Map.of(
            "ok",
            false,
            "error_code",
            status,
            "description",
            description,
            "parameters",
            retryAfter > 0 ? Map.of("retry_after", retryAfter) : Map.of()));
  }
}
