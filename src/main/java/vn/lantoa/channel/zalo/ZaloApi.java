package vn.lantoa.channel.zalo;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.channel.ProviderRequest;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.delivery.Outcome;

/// How the API of an Official Account is called: with a token that ends and is renewed on the way,
/// and with answers of which a success of HTTP says nothing.
@Component
class ZaloApi {

  private static final Set<String> TOKEN_REFUSED = Set.of("-216", "-220", "-124");

  private final ZaloAccount account;
  private final ZaloTokens tokens;
  private final ProviderHttp http;
  private final HttpJudge judge =
      new HttpJudge("Zalo", OutcomeTable.of("zalo"), "/error", "/message");

  ZaloApi(ZaloAccount account, ZaloTokens tokens, ProviderHttp http) {
    this.account = account;
    this.tokens = tokens;
    this.http = http;
  }

  /// One call; with a fresh token once more when Zalo refused the token, since then it did nothing.
  Step call(String path, Object request) {
    var token = tokens.access();
    var reply = post(path, request, token);
    if (!refusesToken(reply)) {
      return step(reply);
    }
    var trouble = tokens.renew(token);
    return trouble.isPresent()
        ? new Failed(new Outcome.ChannelDown(Reasons.say("zalo.not-renewed", trouble.get())))
        : step(post(path, request, tokens.access()));
  }

  private ProviderHttp.Reply post(String path, Object request, Secret token) {
    var headers = Map.of("access_token", token.value());
    return http.ask(ProviderRequest.json(account.baseUrl(), path, headers, request));
  }

  private boolean refusesToken(ProviderHttp.Reply reply) {
    return reply instanceof Answer answer
        && (answer.status() == 401 || TOKEN_REFUSED.contains(judge.code(Json.read(answer.body()))));
  }

  private Step step(ProviderHttp.Reply reply) {
    if (!(reply instanceof Answer answer && answer.isSuccess())) {
      return new Failed(judge.judge(reply, _ -> judge.unreadable()));
    }
    var body = Json.read(answer.body());
    return switch (judge.code(body)) {
      case "0" -> new Said(body.path("data"));
      case "" -> new Failed(judge.unreadable());
      default -> new Failed(judge.refused(answer));
    };
  }

  /// What came of a call.
  sealed interface Step {}

  /// Zalo did it.
  record Said(JsonNode data) implements Step {}

  record Failed(Outcome outcome) implements Step {}
}
