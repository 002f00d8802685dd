package vn.lantoa.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.common.Actor;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;

class TwilioHookTest {

  private final Ledger ledger = new Ledger();
  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(
              new TwilioHook(
                  new Signed(), ledger, new SimpleMeterRegistry(), InstantSource.system()))
          .build();

  @Test
  void recordsAGenuineReport() throws Exception {
    web.perform(
            post("/hooks/twilio/41")
                .header("X-Twilio-Signature", "good /hooks/twilio/41")
                .param("MessageStatus", "delivered"))
        .andExpect(status().isNoContent());

    assertThat(ledger.recorded).containsExactly("41 DELIVERED");
  }

  @Test
  void refusesAForgedReport() throws Exception {
    web.perform(
            post("/hooks/twilio/41")
                .header("X-Twilio-Signature", "good /hooks/twilio/42")
                .param("MessageStatus", "delivered"))
        .andExpect(status().isForbidden());
    web.perform(post("/hooks/twilio/41").param("MessageStatus", "delivered"))
        .andExpect(status().isForbidden());

    assertThat(ledger.recorded).isEmpty();
  }

  @Test
  void takesOnlyPostsForADelivery() throws Exception {
    web.perform(get("/hooks/twilio/41")).andExpect(status().isMethodNotAllowed());
    web.perform(post("/hooks/twilio/abc")).andExpect(status().isNotFound());
  }

  private static final class Signed implements SmsReceipts {
    @Override
    public boolean isGenuine(String path, Map<String, String> form, String signature) {
      return signature.equals("good " + path);
    }

    @Override
    public Optional<Outcomes.Receipt> read(Map<String, String> form) {
      return Optional.of(new Outcomes.Receipt(DeliveryStatus.DELIVERED, "SM1", ""));
    }
  }

  private static final class Ledger implements Outcomes {
    private final List<String> recorded = new ArrayList<>();

    @Override
    public boolean receipt(long deliveryId, Receipt receipt) {
      recorded.add(deliveryId + " " + receipt.status());
      return true;
    }

    @Override
    public void settle(long deliveryId, Settlement settlement, Actor actor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int settle(Collection<Long> deliveryIds, Settlement settlement, Actor actor) {
      throw new UnsupportedOperationException();
    }
  }
}
