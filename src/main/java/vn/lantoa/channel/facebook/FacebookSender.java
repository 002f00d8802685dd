package vn.lantoa.channel.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.Reasons;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Publishes a post on a page. The Graph API has no idempotency key and has published on a 500
/// before.
@Component("facebookSender")
class FacebookSender implements ChannelSender {

  private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final FacebookAccount account;
  private final ProviderHttp http;
  private final HttpJudge judge = new HttpJudge("Facebook", OutcomeTable.of("facebook"));

  FacebookSender(FacebookAccount account, ProviderHttp http) {
    this.account = account;
    this.http = http;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    if (!account.isConfigured()) {
      return new Outcome.ChannelDown(Reasons.say("setting-missing", "lantoa.facebook.page-tokens"));
    }
    var page = message.address();
    var token = account.tokenOf(page);
    if (token.isEmpty() || !isPage(page)) {
      return new Outcome.Permanent(
          Reasons.say("facebook.page-unknown", Reasons.quote(page)), false);
    }
    var reply =
        http.post(
            account.base(),
            "/" + page + "/feed",
            Map.of(
                "Authorization",
                "Bearer " + token.value()), // in an address it would end up in logs
            "application/x-www-form-urlencoded",
            form(message));
    return judge.judge(reply, this::published, FacebookSender::error);
  }

  /// Fit to stand in an address.
  static boolean isPage(String page) {
    return PAGE.matcher(page).matches();
  }

  private Outcome published(Answer answer) {
    var body = Json.read(answer.body());
    if (body.has("error")) {
      return judge.refused(answer, error(answer));
    }
    var id = body.path("id").asString("");
    return id.isEmpty() ? judge.unreadable() : new Outcome.Delivered(id);
  }

  private static HttpJudge.ProviderError error(Answer answer) {
    var error = Json.read(answer.body()).path("error");
    return new HttpJudge.ProviderError(
        error.path("code").asString(""), error.path("message").asString(""));
  }

  private static String form(OutgoingMessage message) {
    var form = "message=" + URLEncoder.encode(message.text(), UTF_8);
    return message.link().isEmpty()
        ? form
        : form + "&link=" + URLEncoder.encode(message.link(), UTF_8);
  }
}
