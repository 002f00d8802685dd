package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.delivery.Uncertainties.Found;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What becomes of messages whose answer was lost, asked of a provider that took them or did not.
class UncertainMessagesTest {

  private static TestServer server;

  private Department department;

  @BeforeAll
  static void start() {
    // Nobody asks but the test.
    server = TestServer.start(Map.of("lantoa.delivery.look-up-every", "1h"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void department() {
    department = Department.in(server);
    server.moveTo(department.tomorrow().atZone(Zones.VIETNAM).toInstant());
  }

  @AfterEach
  void mend() {
    server.get(SandboxFaults.class).clear(Channel.SMS);
  }

  @Test
  void whatTheProviderTookIsFound() {
    department.person(department.phone());
    goWrong(Fault.dropAfter());

    var lost = send(Set.of());
    server.get(Uncertainties.class).ask(List.of(lost.id()));

    assertThat(lost.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
    assertThat(server.get(Deliveries.class).find(lost.id()).orElseThrow().status())
        .isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void theSameWordsToTheSameTelephoneForSomebodyElseAreNotFound() {
    var shared = department.phone();
    department.person("Mẹ", "phu-huynh", shared, "phiếu");
    department.person("Con", "hoc-sinh-thpt", shared, "phiếu");
    assertThat(send(Set.of("phu-huynh")).status()).isEqualTo(DeliveryStatus.SENT);
    goWrong(Fault.dropBefore());

    var lost = send(Set.of("hoc-sinh-thpt"));
    server.get(Uncertainties.class).ask(List.of(lost.id()));

    assertThat(server.get(Uncertainties.class).of(department.unit().id(), false, 0, 10))
        .singleElement()
        .satisfies(uncertain -> {
          assertThat(uncertain.delivery().id()).isEqualTo(lost.id());
          assertThat(uncertain.found()).isEqualTo(Found.NOT_FOUND);
        });
  }

  private static void goWrong(Fault fault) {
    server.get(SandboxFaults.class).set(Channel.SMS, fault.next(1));
  }

  /// Sends to the one person of these audiences.
  private Delivery send(Set<String> audiences) {
    var at = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).plusMinutes(1);
    var campaign =
        department.approved(
            department.wave(Timing.once(at, Zones.VIETNAM), audiences, Channel.SMS));
    server.moveTo(at.plusSeconds(1).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    var deliveries = server.get(Deliveries.class);
    var filter =
        new Deliveries.Filter(department.unit().id(), campaign.id(), Channel.SMS, null, "");
    return eventually()
        .until(
            () -> deliveries.search(filter, null, 1),
            found -> !found.isEmpty() && !found.getFirst().status().isOpen())
        .getFirst();
  }
}
