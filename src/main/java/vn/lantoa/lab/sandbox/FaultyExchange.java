package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.lab.sandbox.StandIn.Answer;
import vn.lantoa.lab.sandbox.StandIn.Request;

/// One request to a stand-in, answered as the stand-in would or as a fault has it.
record FaultyExchange(HttpExchange exchange, StandIn standIn, Request request) {

  private static final JsonMapper JSON = new JsonMapper();

  void end(Optional<Fault.Effect> fault) throws IOException {
    // An exchange that is closed without an answer closes its connection.
    switch (fault.orElse(null)) {
      case null -> write(standIn.answer(request));
      case Fault.Effect.Refuse refuse -> {
        if (refuse.retryAfter().isPositive()) {
          exchange
              .getResponseHeaders()
              .set("Retry-After", Long.toString(refuse.retryAfter().toSeconds()));
        }
        write(standIn.refusal(refuse));
      }
      case Fault.Effect.Slow(Duration by) -> {
        var answer = standIn.answer(request);
        Pause.of(by);
        write(answer);
      }
      case Fault.Effect.Garbled _ -> write(standIn.answer(request).status(), "<html>");
      case Fault.Effect.DropAfter _ -> standIn.answer(request);
      case Fault.Effect.Stall(Duration by) -> Pause.of(by);
      case Fault.Effect.Drip(Duration each) -> drip(standIn.answer(request), each);
      case Fault.Effect.RefuseTaken(var refusal) -> {
        standIn.answer(request);
        write(standIn.refusal(refusal));
      }
      case Fault.Effect.DropBefore _,
          Fault.Effect.DropDuring _,
          Fault.Effect.CloseAfter _,
          Fault.Effect.SmtpRefuse _ -> {}
    }
  }

  private void write(Answer answer) throws IOException {
    write(answer.status(), JSON.writeValueAsString(answer.json()));
  }

  private void drip(Answer answer, Duration each) throws IOException {
    var bytes = JSON.writeValueAsString(answer.json()).getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    for (var next : bytes) {
      exchange.getResponseBody().write(next);
      exchange.getResponseBody().flush();
      Pause.of(each);
    }
  }

  private void write(int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
