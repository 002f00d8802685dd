package vn.lantoa.channel;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.delivery.ChannelLookup;
import vn.lantoa.delivery.LookUp;

/// What a provider lists when it is asked what it has of a message. The part every look-up over
/// HTTP shares: the same words, at about that time, nobody else's; and "not found", which has the
/// message sent again, is never said of the part of a list.
///
/// @param provider as people know it
/// @param isWhole whether nothing of that time can be missing
public record ProviderListing(String provider, List<Listed> messages, boolean isWhole) {

  /// One message of it.
  ///
  /// @param madeAt by the provider's clock; null: it does not say, and nothing is ruled out by it
  /// @param text null: the provider was told to forget it
  /// @param found what it would be, were it ours
  public record Listed(@Nullable Instant madeAt, @Nullable String text, LookUp.Found found) {

    private boolean isNear(Instant wireAt) {
      return madeAt == null || ChannelLookup.isNear(madeAt, wireAt);
    }
  }

  public LookUp find(String text, Instant wireAt, Predicate<String> isTaken) {
    var near = messages.stream().filter(listed -> listed.isNear(wireAt)).toList();
    var same =
        near.stream()
            .filter(listed -> text.equals(listed.text()))
            .map(Listed::found)
            .filter(found -> !isTaken.test(found.ref()))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    // Without their words, one message is like another.
    if (near.stream()
        .anyMatch(listed -> listed.text() == null && !isTaken.test(listed.found().ref()))) {
      return new LookUp.Unanswered(Reasons.say("look-up.without-text", provider));
    }
    return isWhole
        ? new LookUp.NotFound()
        : new LookUp.Unanswered(Reasons.say("look-up.too-many", provider));
  }

  /// What to say when there is no list.
  public static LookUp.Unanswered none(String provider, ProviderHttp.Reply reply) {
    return new LookUp.Unanswered(
        switch (reply) {
          case ProviderHttp.Answer answer -> provider + ": HTTP " + answer.status();
          case ProviderHttp.NotSent(var why) -> Reasons.say("unreachable", provider, why);
          case ProviderHttp.Lost(var why) -> provider + ": " + why;
        });
  }
}
