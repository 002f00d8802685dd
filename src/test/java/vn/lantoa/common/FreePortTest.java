package vn.lantoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void canBeListenedOnAndIsHardlyEverTheOneSomebodyElseWasGiven() throws Exception {
    var seen = new HashSet<Integer>();
    for (int i = 0; i < 50; i++) {
      int port = FreePort.any();
      try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(server.getLocalPort()).isEqualTo(port);
      }
      seen.add(port);
    }
    assertThat(seen).hasSizeGreaterThan(40);
  }
}
