package vn.lantoa.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.lantoa.channel.ProviderHttp.Answer;
import vn.lantoa.delivery.Outcome;

/// Turns what became of a request into an outcome. The part every provider over HTTP shares: no
/// connection is safe to try again, a lost answer is not, a refusal is looked up.
public final class HttpJudge {

  private final String name;
  private final OutcomeTable codes;

  /// @param name as people know the provider
  public HttpJudge(String name, OutcomeTable codes) {
    this.name = name;
    this.codes = codes;
  }

  /// What became of a request, as an outcome.
  ///
  /// @param taken judges an answer with a status of success
  public Outcome judge(
      ProviderHttp.Reply reply,
      Function<Answer, Outcome> taken,
      Function<Answer, ProviderError> error) {
    return switch (reply) {
      case Answer answer when answer.isSuccess() -> taken.apply(answer);
      case Answer answer -> refused(answer, error.apply(answer));
      case ProviderHttp.NotSent(var why) ->
          new Outcome.Unavailable(Reasons.say("unreachable", name, why));
      case ProviderHttp.Lost(var why) ->
          new Outcome.Ambiguous(Reasons.say("answer-lost", name, why));
    };
  }

  public Outcome refused(Answer answer, ProviderError error) {
    List<String> said = new ArrayList<>();
    if (!error.code().isEmpty()) {
      said.add(error.code());
      if (error.code().length() == 3) {
        said.add(error.code().charAt(0) + "xx");
      }
    }
    if (!answer.isSuccess()) {
      said.add("http-" + answer.status());
      said.add("http-" + answer.status() / 100 + "xx");
    }
    return codes.outcome(said, error.said(), answer.retryAfter());
  }

  /// Something of a success that cannot be read: the provider has it, but we do not know what it
  /// made of it.
  public Outcome unreadable() {
    return new Outcome.Ambiguous(Reasons.say("unreadable", name));
  }

  /// What a provider put into an answer about a failure.
  ///
  /// @param code empty when it gave none
  public record ProviderError(String code, String said) {}
}
