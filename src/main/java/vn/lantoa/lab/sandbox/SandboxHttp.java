package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.TelegramBot;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.StandIn.Answer;
import vn.lantoa.lab.sandbox.StandIn.Request;

/// The stand-ins for Twilio, Facebook, Zalo and Telegram, on this machine only.
public class SandboxHttp implements AutoCloseable {

  static {
    // Without it, each answer waits 40 ms for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SandboxFaults faults;
  private final TwilioStandIn twilio;
  private final Map<Channel, LongAdder> asked = new ConcurrentHashMap<>();

  /// Listens as soon as it is there.
  public SandboxHttp(
      SandboxSettings settings, SandboxFaults faults, SandboxInbox inbox, InstantSource clock) {
    this.faults = faults;
    twilio = new TwilioStandIn(settings, inbox, clock);
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort());
      server = HttpServer.create(address, 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    serve("/twilio", twilio);
    serve("/graph", new GraphStandIn(inbox, clock));
    serve("/zalo", new ZaloStandIn(inbox, clock));
    serve("/telegram", new TelegramStandIn(inbox, clock));
    server.start();
  }

  public TwilioAccount twilio() {
    return new TwilioAccount(
        base("/twilio"),
        TwilioStandIn.ACCOUNT,
        TwilioStandIn.TOKEN,
        TwilioStandIn.SERVICE,
        "",
        true);
  }

  public FacebookAccount facebook() {
    return new FacebookAccount(base("/graph/v25.0"), Map.of(), GraphStandIn.TOKEN);
  }

  public ZaloAccount zalo() {
    return new ZaloAccount(
        base("/zalo"),
        base("/zalo/oauth"),
        ZaloStandIn.APP,
        ZaloStandIn.APP_SECRET,
        ZaloStandIn.FIRST_ACCESS,
        ZaloStandIn.FIRST_REFRESH,
        "");
  }

  public TelegramBot telegram() {
    return new TelegramBot(base("/telegram"), TelegramStandIn.TOKEN);
  }

  /// How often the stand-in was asked to put a message on the wire, whatever it answered.
  public long asked(Channel channel) {
    var count = asked.get(channel);
    return count == null ? 0 : count.sum();
  }

  @Override
  public void close() {
    server.stop(0);
    twilio.close();
    threads.shutdownNow();
  }

  private URI base(String path) {
    var address = server.getAddress();
    return URI.create(
        "http://%s:%d%s".formatted(address.getAddress().getHostAddress(), address.getPort(), path));
  }

  private void serve(String path, StandIn standIn) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            respond(exchange, standIn, request(exchange, path));
          }
        });
  }

  private void respond(HttpExchange exchange, StandIn standIn, Request request) throws IOException {
    if (!standIn.isMessage(request)) {
      write(exchange, standIn.answer(request));
      return;
    }
    asked.computeIfAbsent(standIn.channel(), _ -> new LongAdder()).increment();
    // An exchange that is closed without an answer closes its connection.
    var address = standIn.address(request);
    var fault = faults.next(standIn.channel(), address).or(() -> faults.next(standIn.channel()));
    switch (fault.orElse(null)) {
      case null -> write(exchange, standIn.answer(request));
      case Fault.Effect.Refuse refuse -> {
        if (refuse.retryAfter().isPositive()) {
          exchange
              .getResponseHeaders()
              .set("Retry-After", Long.toString(refuse.retryAfter().toSeconds()));
        }
        write(exchange, standIn.refusal(refuse));
      }
      case Fault.Effect.Slow(Duration by) -> {
        var answer = standIn.answer(request);
        Pause.of(by);
        write(exchange, answer);
      }
      case Fault.Effect.Garbled _ -> write(exchange, standIn.answer(request).status(), "<html>");
      case Fault.Effect.DropAfter _ -> standIn.answer(request);
      case Fault.Effect.Stall(Duration by) -> Pause.of(by);
      case Fault.Effect.Drip(Duration each) -> drip(exchange, standIn.answer(request), each);
      case Fault.Effect.RefuseTaken(var refusal) -> {
        standIn.answer(request);
        write(exchange, standIn.refusal(refusal));
      }
      case Fault.Effect.DropBefore _,
          Fault.Effect.DropDuring _,
          Fault.Effect.CloseAfter _,
          Fault.Effect.SmtpRefuse _ -> {}
    }
  }

  private static Request request(HttpExchange exchange, String context) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath().substring(context.length()),
        Forms.read(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    write(exchange, answer.status(), JSON.writeValueAsString(answer.json()));
  }

  private static void drip(HttpExchange exchange, Answer answer, Duration each) throws IOException {
    var bytes = JSON.writeValueAsString(answer.json()).getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    for (var next : bytes) {
      exchange.getResponseBody().write(next);
      exchange.getResponseBody().flush();
      Pause.of(each);
    }
  }

  private static void write(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
