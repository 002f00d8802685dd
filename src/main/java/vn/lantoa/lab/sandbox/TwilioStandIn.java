package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import vn.lantoa.channel.Secret;
import vn.lantoa.common.Channel;

/// Twilio's Messages resource: takes a message, lists those to a number, and reports later what
/// became of it.
class TwilioStandIn implements StandIn, AutoCloseable {

  static final String ACCOUNT = "AC00000000000000000000000000000000";
  static final Secret TOKEN = new Secret("sandbox-auth-token");
  static final String SERVICE = "MG00000000000000000000000000000000";

  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST = 1600;

  /// So many messages can be looked up again; a trial of a hundred thousand fits.
  private static final int LISTED = 200_000;

  /// Twilio's own, when nobody asks for another.
  private static final String PAGE = "50";

  /// As Twilio writes moments: `Sat, 21 Nov 2026 04:30:00 +0000`.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final TwilioCallbacks callbacks;
  private final AtomicLong ids = new AtomicLong();
  private final Map<String, Deque<Taken>> byNumber = new HashMap<>();
  private final Deque<Taken> taken = new ArrayDeque<>();

  TwilioStandIn(SandboxSettings settings, SandboxInbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
    callbacks = new TwilioCallbacks(settings, inbox);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public boolean isMessage(Request request) {
    return request.method().equals("POST");
  }

  @Override
  public String address(Request request) {
    return Forms.read(request.body()).getOrDefault("To", "");
  }

  @Override
  public Answer answer(Request request) {
    if (!request.header("authorization").equals(authorization())) {
      return error(401, 20003, "Authenticate");
    }
    if (!request.path().equals(MESSAGES)) {
      return error(404, 20404, "The requested resource was not found");
    }
    return request.method().equals("POST")
        ? take(Forms.read(request.body()))
        : list(request.query());
  }

  @Override
  public Answer refusal(Fault.Effect.Refuse refusal) {
    return error(refusal.status(), refusal.code(), "sandbox");
  }

  @Override
  public void close() {
    callbacks.close();
  }

  private Answer take(Map<String, String> form) {
    var to = form.getOrDefault("To", "");
    var text = form.getOrDefault("Body", "");
    var from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
    if (!NUMBER.matcher(to).matches()) {
      return error(400, 21211, "The 'To' number %s is not a valid phone number.".formatted(to));
    }
    if (from.isEmpty()) {
      return error(400, 21603, "A 'From' phone number is required.");
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      return error(400, text.isEmpty() ? 21602 : 21617, "The message body is empty or too long.");
    }
    var at = clock.instant();
    var message = new Taken("SM%032x".formatted(ids.incrementAndGet()), to, from, text, at);
    remember(message);
    var callback = form.getOrDefault("StatusCallback", "");
    var mark = callback.substring(callback.lastIndexOf('/') + 1);
    inbox.add(channel(), to, mark, () -> new SandboxMessage(channel(), at, from, to, "", text, ""));
    if (!callback.isEmpty()) {
      callbacks.promise(callback, message.sid(), to);
    }
    return new Answer(201, message.json("accepted"));
  }

  /// The newest first.
  private Answer list(Map<String, String> query) {
    var to = query.getOrDefault("To", "");
    int size = Integer.parseInt(query.getOrDefault("PageSize", PAGE));
    List<Map<String, Object>> found;
    synchronized (taken) {
      found =
          byNumber.getOrDefault(to, new ArrayDeque<>()).stream()
              .limit(size + 1L)
              .map(m -> m.json("sent"))
              .toList();
    }
    var shown = found.subList(0, Math.min(size, found.size()));
    // There is a next page, but nobody here turns it.
    var next = found.size() > size ? MESSAGES + "?Page=1" : "";
    return new Answer(
        200,
        Map.of(
            "messages", shown,
            "page", 0,
            "page_size", size,
            "uri", MESSAGES, // without it the library does not look for a next page
            "next_page_uri", next));
  }

  private void remember(Taken message) {
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

  private static Answer error(int status, int code, String message) {
    return new Answer(
        status,
        Map.of(
            "code", code,
            "message", message,
            "more_info", "https://www.twilio.com/docs/errors/" + code,
            "status", status));
  }

  private static String authorization() {
    var login = ACCOUNT + ":" + TOKEN.value();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  private record Taken(String sid, String to, String from, String text, Instant at) {

    Map<String, Object> json(String status) {
      return Map.of(
          "sid", sid,
          "account_sid", ACCOUNT,
          "to", to,
          "from", from,
          "body", text,
          "status", status,
          "num_segments", "1",
          "date_created", DATE.format(at.atOffset(ZoneOffset.UTC)),
          "date_sent", DATE.format(at.atOffset(ZoneOffset.UTC)),
          "api_version", "2010-04-01");
    }
  }
}
