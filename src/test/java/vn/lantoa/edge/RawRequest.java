package vn.lantoa.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.springframework.core.env.Environment;
import vn.lantoa.testing.TestServer;

/// A request as no client library would send it.
final class RawRequest {

  private RawRequest() {}

  /// @param lines of the request, without their ends
  /// @return all of the answer
  static String answer(TestServer server, String... lines) throws IOException {
    int port = server.get(Environment.class).getRequiredProperty("local.server.port", int.class);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
