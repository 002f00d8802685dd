package vn.lantoa.channel.facebook;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.ProviderRequest;
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
  private final HttpJudge judge =
      new HttpJudge("Facebook", OutcomeTable.of("facebook"), "/error/code", "/error/message");

  FacebookSender(FacebookAccount account, ProviderHttp http) {
    this.account = account;
    this.http = http;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    if (!account.isConfigured()) {
      return new Outcome.ChannelDown(Reasons.say("setting-missing", "lantoa.facebook.page-tokens"));
    }
    if (!mayPostOn(account, message.address())) {
      return new Outcome.Permanent(
          Reasons.say("facebook.page-unknown", Reasons.quote(message.address())), false);
    }
    return judge.judge(http.ask(request(message)), this::published);
  }

  /// Whether we hold a token for it, and it is fit to stand in an address.
  static boolean mayPostOn(FacebookAccount account, String page) {
    return !account.tokenOf(page).isEmpty() && PAGE.matcher(page).matches();
  }

  private ProviderRequest request(OutgoingMessage message) {
    var form = new LinkedHashMap<String, String>();
    form.put("message", message.text());
    if (!message.link().isEmpty()) {
      form.put("link", message.link());
    }
    var page = message.address();
    var headers = ProviderRequest.bearer(account.tokenOf(page));
    return ProviderRequest.form(account.baseUrl(), "/" + page + "/feed", headers, form);
  }

  private Outcome published(Answer answer) {
    var body = Json.read(answer.body());
    return body.has("error")
        ? judge.refused(answer)
        : judge.delivered(body.path("id").asString(""));
  }
}
