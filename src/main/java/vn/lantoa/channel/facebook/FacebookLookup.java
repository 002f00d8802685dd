package vn.lantoa.channel.facebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Reasons;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ChannelLookup;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.OutgoingMessage;

/// Looks for a post in the page's feed: the same words, at about that time.
@Component
class FacebookLookup implements ChannelLookup {

  /// As the Graph API writes moments: `2026-11-21T04:30:00+0000`.
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");

  /// Far more than a page publishes in a day.
  private static final int LISTED = 50;

  private final FacebookAccount account;
  private final ProviderHttp http;

  FacebookLookup(FacebookAccount account, ProviderHttp http) {
    this.account = account;
    this.http = http;
  }

  @Override
  public Channel channel() {
    return Channel.FACEBOOK;
  }

  @Override
  public LookUp lookUp(OutgoingMessage message, Instant wireAt, Predicate<String> isTaken) {
    var token = account.tokenOf(message.address());
    if (token.isEmpty() || !FacebookSender.isPage(message.address())) {
      return new LookUp.Unanswered(Reasons.say("setting-missing", "lantoa.facebook.page-tokens"));
    }
    var since = wireAt.minus(NEAR).getEpochSecond();
    var reply =
        http.get(
            account.base(),
            "/"
                + message.address()
                + "/feed?fields=id,message,created_time&limit="
                + LISTED
                + "&since="
                + since,
            Map.of("Authorization", "Bearer " + token.value()));
    return switch (reply) {
      case ProviderHttp.Answer answer
          when answer.isSuccess() && Json.read(answer.body()).path("data").isArray() ->
          find(Json.read(answer.body()), message, wireAt, isTaken);
      case ProviderHttp.Answer answer -> new LookUp.Unanswered("Facebook: HTTP " + answer.status());
      case ProviderHttp.NotSent(var why) ->
          new LookUp.Unanswered(Reasons.say("unreachable", "Facebook", why));
      case ProviderHttp.Lost(var why) -> new LookUp.Unanswered("Facebook: " + why);
    };
  }

  private static LookUp find(
      JsonNode feed, OutgoingMessage message, Instant wireAt, Predicate<String> isTaken) {
    for (var post : feed.path("data")) {
      var id = post.path("id").asString("");
      if (post.path("message").asString("").strip().equals(message.text().strip())
          && isNear(post.path("created_time").asString(""), wireAt)
          && !id.isEmpty()
          && !isTaken.test(id)) {
        return new LookUp.Found(id, DeliveryStatus.DELIVERED, "");
      }
    }
    // "Not found" has the post sent again, so it must not be said of the part of a feed. A page of
    // it may hold fewer posts than asked for; only a missing link to the next says that it ends.
    return feed.path("data").size() < LISTED && feed.path("paging").path("next").isMissingNode()
        ? new LookUp.NotFound()
        : new LookUp.Unanswered(Reasons.say("look-up.too-many", "Facebook"));
  }

  private static boolean isNear(String created, Instant wireAt) {
    try {
      return ChannelLookup.isNear(OffsetDateTime.parse(created, CREATED).toInstant(), wireAt);
    } catch (DateTimeParseException _) {
      // The window of the question is all that is left to go by.
      return true;
    }
  }
}
