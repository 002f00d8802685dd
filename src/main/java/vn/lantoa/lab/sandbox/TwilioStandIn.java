package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Base64;
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

  /// Twilio's own, when nobody asks for another.
  private static final String PAGE = "50";

  private final SandboxInbox inbox;
  private final InstantSource clock;
  private final TwilioCallbacks callbacks;
  private final AtomicLong ids = new AtomicLong();
  private final TwilioTexts texts = new TwilioTexts();

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
    var message =
        new TwilioTexts.Taken("SM%032x".formatted(ids.incrementAndGet()), to, from, text, at);
    texts.remember(message);
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
    var found = texts.to(to, size + 1).stream().map(text -> text.json("sent")).toList();
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
}
