package vn.lantoa.lab.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The messages a stand-in took, so that they can be listed again.
final class TwilioTexts {

  /// So many messages can be looked up again; a trial of a hundred thousand fits.
  private static final int LISTED = 200_000;

  /// As Twilio writes moments: `Sat, 21 Nov 2026 04:30:00 +0000`.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Map<String, Deque<Taken>> byNumber = new HashMap<>();
  private final Deque<Taken> taken = new ArrayDeque<>();

  /// Those to a number, the newest first.
  List<Taken> to(String number, int most) {
    synchronized (taken) {
      return byNumber.getOrDefault(number, new ArrayDeque<>()).stream().limit(most).toList();
    }
  }

  void remember(Taken message) {
    synchronized (taken) {
      taken.addFirst(message);
      byNumber.computeIfAbsent(message.to(), _ -> new ArrayDeque<>(1)).addFirst(message);
      if (taken.size() > LISTED) {
        forget(taken.removeLast());
      }
    }
  }

  private void forget(Taken oldest) {
    byNumber.computeIfPresent(
        oldest.to(),
        (_, messages) -> {
          messages.removeLast();
          return messages.isEmpty() ? null : messages;
        });
  }

  record Taken(String sid, String to, String from, String text, Instant at) {

    Map<String, Object> json(String status) {
      return Map.of(
          "sid",
          sid,
          "account_sid",
          TwilioStandIn.ACCOUNT,
          "to",
          to,
          "from",
          from,
          "body",
          text,
          "status",
          status,
          "num_segments",
          "1",
          "date_created",
          DATE.format(at.atOffset(ZoneOffset.UTC)),
          "date_sent",
          DATE.format(at.atOffset(ZoneOffset.UTC)),
          "api_version",
          "2010-04-01");
    }
  }
}
