package vn.lantoa.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.delivery.Outcome;

/// Turns what became of a request into an outcome. The part every provider over HTTP shares: no
/// connection is safe to try again, a lost answer is not, a refusal is looked up. What a provider
/// brings of its own is its table of codes and where in an answer they stand.
public final class HttpJudge {

  private final String name;
  private final OutcomeTable codes;
  private final JsonPointer code;
  private final JsonPointer said;

  /// @param name as people know the provider
  /// @param code where in the JSON of an answer its code stands: `/error/code`
  /// @param said where its words stand
  public HttpJudge(String name, OutcomeTable codes, String code, String said) {
    this.name = name;
    this.codes = codes;
    this.code = JsonPointer.compile(code);
    this.said = JsonPointer.compile(said);
  }

  /// What became of a request, as an outcome.
  ///
  /// @param taken judges an answer with a status of success
  public Outcome judge(ProviderHttp.Reply reply, Function<Answer, Outcome> taken) {
    return switch (reply) {
      case Answer answer when answer.isSuccess() -> taken.apply(answer);
      case Answer answer -> refused(answer);
      case ProviderHttp.NotSent(var why) ->
          new Outcome.Unavailable(Reasons.say("unreachable", name, why));
      case ProviderHttp.Lost(var why) ->
          new Outcome.Ambiguous(Reasons.say("answer-lost", name, why));
    };
  }

  /// What the codes of an answer mean; also of a success of HTTP that is none.
  public Outcome refused(Answer answer) {
    var body = Json.read(answer.body());
    var code = code(body);
    List<String> telling = new ArrayList<>();
    if (!code.isEmpty()) {
      telling.add(code);
      if (code.length() == 3) {
        telling.add(code.charAt(0) + "xx");
      }
    }
    if (!answer.isSuccess()) {
      telling.add("http-" + answer.status());
      telling.add("http-" + answer.status() / 100 + "xx");
    }
    return codes.outcome(telling, body.at(said).asString(""), answer.retryAfter());
  }

  /// The code in an answer; empty: it gave none.
  public String code(JsonNode body) {
    return body.at(code).asString("");
  }

  /// It is out, under the name the provider gave it.
  public Outcome delivered(String ref) {
    return ref.isEmpty() ? unreadable() : new Outcome.Delivered(ref);
  }

  /// Something of a success that cannot be read: the provider has it, but we do not know what it
  /// made of it.
  public Outcome unreadable() {
    return new Outcome.Ambiguous(Reasons.say("unreadable", name));
  }
}
