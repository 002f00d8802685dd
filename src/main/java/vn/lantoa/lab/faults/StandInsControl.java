package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;

/// Where the bench tells the stand-ins how to misbehave: `POST /<act>` with one line of text.
final class StandInsControl implements AutoCloseable {

  private final HttpServer server;
  private final SandboxFaults faults;
  private final MailStandIns mailServers;
  private final Gate mail;
  private final Gate http;
  private final SandboxHttp standIns;

  StandInsControl(
      int port,
      SandboxFaults faults,
      MailStandIns mailServers,
      Gate mail,
      Gate http,
      SandboxHttp standIns)
      throws IOException {
    this.faults = faults;
    this.mailServers = mailServers;
    this.mail = mail;
    this.http = http;
    this.standIns = standIns;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var line = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var answer = act(exchange.getRequestURI().getPath().substring(1), line).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private String act(String act, String line) {
    switch (act) {
      case "fault" -> {
        var order = FaultOrder.read(line);
        faults.set(order.channel(), order.fault());
      }
      case "clear" -> faults.clear(new Channel(line));
      case "mail-gate" -> mail.mode(Gate.Mode.valueOf(line));
      case "mail-server" -> mailServers.use(line);
      case "mail-cut" -> mail.cut();
      case "mail-script" ->
          mail.script(Arrays.stream(line.split(",", -1)).map(Gate.Mode::valueOf).toList());
      case "http-gate" -> http.mode(Gate.Mode.valueOf(line));
      case "asked" -> {
        return Long.toString(asked(new Channel(line)));
      }
      default -> throw new IllegalArgumentException(act);
    }
    return "";
  }

  /// A mail server that is too busy to greet anybody is asked by connections.
  private long asked(Channel channel) {
    return channel.equals(Channel.EMAIL) ? mail.knocks() : standIns.asked(channel);
  }
}
