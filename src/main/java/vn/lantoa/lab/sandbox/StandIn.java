package vn.lantoa.lab.sandbox;

import java.util.Map;
import vn.lantoa.common.Channel;

/// One provider over HTTP.
interface StandIn {

  Channel channel();

  /// Whether this request puts a message on the wire, so that a fault may strike it.
  boolean isMessage(Request request);

  Answer answer(Request request);

  /// Whom the message is for, so that a fault may strike one address only; empty: not told.
  default String address(Request request) {
    return "";
  }

  /// A refusal in the words of this provider.
  Answer refusal(Fault.Effect.Refuse refusal);

  /// What came in.
  ///
  /// @param path below the stand-in's own, without the query
  /// @param headers by lower-case name
  record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  record Answer(int status, Object json) {}
}
