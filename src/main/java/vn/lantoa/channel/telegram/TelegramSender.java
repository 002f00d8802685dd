package vn.lantoa.channel.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.ProviderRequest;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.TelegramBot;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Posts into a Telegram channel. Telegram wants the token of the bot in the address, which
/// therefore must not appear in any text.
@Component("telegramSender")
class TelegramSender implements ChannelSender {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");

  private final TelegramBot bot;
  private final ProviderHttp http;
  private final HttpJudge judge =
      new HttpJudge("Telegram", OutcomeTable.of("telegram"), "/error_code", "/description");

  TelegramSender(TelegramBot bot, ProviderHttp http) {
    this.bot = bot;
    this.http = http;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    if (!TOKEN.matcher(bot.token().value()).matches()) {
      return new Outcome.ChannelDown(Reasons.say("setting-missing", "lantoa.telegram.token"));
    }
    return judge.judge(withRetryAfter(http.ask(request(message))), this::posted);
  }

  private ProviderRequest request(OutgoingMessage message) {
    var path = "/bot" + bot.token().value() + "/sendMessage";
    var body = Map.of("chat_id", message.address(), "text", html(message), "parse_mode", "HTML");
    return ProviderRequest.json(bot.baseUrl(), path, Map.of(), body);
  }

  private Outcome posted(Answer answer) {
    var body = Json.read(answer.body());
    return body.path("ok").asBoolean(false)
        ? judge.delivered(body.path("result").path("message_id").asString(""))
        : judge.unreadable();
  }

  // Telegram says in the text of the answer how long to wait, and not in a header.
  private static ProviderHttp.Reply withRetryAfter(ProviderHttp.Reply reply) {
    if (!(reply instanceof Answer(int status, var body, _)) || status != 429) {
      return reply;
    }
    long seconds = Json.read(body).path("parameters").path("retry_after").asLong(0);
    return seconds > 0 ? new Answer(status, body, Duration.ofSeconds(seconds)) : reply;
  }

  private static String html(OutgoingMessage message) {
    var text = new StringBuilder();
    text.append("<b>").append(escape(message.subject())).append("</b>\n\n");
    text.append(escape(message.text()));
    if (!message.link().isEmpty() && !message.text().contains(message.link())) {
      text.append("\n\n").append(escape(message.link()));
    }
    return text.toString();
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
