package vn.lantoa.channel.facebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ProviderListing;
import vn.lantoa.channel.ProviderListing.Listed;
import vn.lantoa.channel.ProviderRequest;
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
    if (!FacebookSender.mayPostOn(account, message.address())) {
      return new LookUp.Unanswered(Reasons.say("setting-missing", "lantoa.facebook.page-tokens"));
    }
    var reply = http.ask(request(message.address(), wireAt.minus(NEAR)));
    if (reply instanceof ProviderHttp.Answer answer && answer.isSuccess()) {
      var feed = Json.read(answer.body());
      if (feed.path("data").isArray()) {
        return listing(feed).find(message.text().strip(), wireAt, isTaken);
      }
    }
    return ProviderListing.none("Facebook", reply);
  }

  private ProviderRequest request(String page, Instant since) {
    var path =
        "/%s/feed?fields=id,message,created_time&limit=%d&since=%d"
            .formatted(page, LISTED, since.getEpochSecond());
    return ProviderRequest.get(
        account.baseUrl(), path, ProviderRequest.bearer(account.tokenOf(page)));
  }

  private static ProviderListing listing(JsonNode feed) {
    var posts = feed.path("data");
    // A page of the feed may hold fewer posts than asked for; only a missing link to the next says
    // that it ends.
    boolean isWhole = posts.size() < LISTED && feed.path("paging").path("next").isMissingNode();
    var listed =
        posts
            .valueStream()
            .filter(post -> !post.path("id").asString("").isEmpty())
            .map(FacebookLookup::listed)
            .toList();
    return new ProviderListing("Facebook", listed, isWhole);
  }

  private static Listed listed(JsonNode post) {
    var found = new LookUp.Found(post.path("id").asString(""), DeliveryStatus.DELIVERED, "");
    return new Listed(
        moment(post.path("created_time").asString("")),
        post.path("message").asString("").strip(),
        found);
  }

  /// Null when it cannot be read: the window of the question is all that is left to go by.
  private static @Nullable Instant moment(String created) {
    try {
      return OffsetDateTime.parse(created, CREATED).toInstant();
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
