package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.TelegramBot;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.StandIn.Request;

/// The stand-ins for Twilio, Facebook, Zalo and Telegram, on this machine only.
public class SandboxHttp implements AutoCloseable {

  static {
    // Without it, each answer waits 40 ms for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

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
      new FaultyExchange(exchange, standIn, request).end(Optional.empty());
      return;
    }
    asked.computeIfAbsent(standIn.channel(), _ -> new LongAdder()).increment();
    var address = standIn.address(request);
    var fault = faults.next(standIn.channel(), address).or(() -> faults.next(standIn.channel()));
    new FaultyExchange(exchange, standIn, request).end(fault);
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
}
