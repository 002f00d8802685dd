package vn.lantoa.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Where a server might listen.
@FunctionalInterface
interface FreePorts {

  int next() throws IOException;

  /// One that nobody uses at this moment.
  static int any() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
