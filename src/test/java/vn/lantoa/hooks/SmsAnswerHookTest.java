package vn.lantoa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcomes;

class SmsAnswerHookTest {

  private final Refused refused = new Refused();
  private final SmsAnswerHook hook =
      new SmsAnswerHook(
          new Signed(),
          new RefusalWords(List.of("TU CHOI", "STOP", "HUY")),
          refused,
          new SimpleMeterRegistry());

  @Test
  void aWordOfRefusalStopsTextMessagesToThatNumber() {
    for (var word : List.of("TU CHOI", "từ chối", " Stop. ", "hủy!")) {
      refused.all.clear();

      var answer = answer("+84912345678", word, "good /hooks/twilio/tra-loi");

      assertThat(answer).as(word).contains("<Message>");
      assertThat(refused.all).containsExactly("sms +84912345678 OPT_OUT sms-reply");
    }
  }

  @Test
  void otherWordsForgeriesAndNumbersThatAreNoneChangeNothing() {
    assertThat(answer("+84912345678", "Hủy lịch hẹn giúp tôi", "good /hooks/twilio/tra-loi"))
        .contains("<Response></Response>");
    assertThat(answer("+84912345678", "", "good /hooks/twilio/tra-loi")).contains("<Response>");
    assertThat(answer("abc", "STOP", "good /hooks/twilio/tra-loi")).contains("<Response>");
    assertThat(answer("+84912345678", "STOP", "good /hooks/twilio/1")).isNull();
    assertThat(answer("+84912345678", "STOP", "")).isNull();

    assertThat(refused.all).isEmpty();
  }

  private String answer(String from, String body, String signature) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("From", from);
    form.add("Body", body);
    return hook.receive(form, signature).getBody();
  }

  private static final class Signed implements SmsReceipts {
    @Override
    public boolean isGenuine(String path, Map<String, String> form, String signature) {
      return signature.equals("good " + path);
    }

    @Override
    public Optional<Outcomes.Receipt> read(Map<String, String> form) {
      return Optional.empty();
    }
  }

  private static final class Refused implements Suppressions {
    private final List<String> all = new ArrayList<>();

    @Override
    public boolean suppress(
        Channel channel, String address, SuppressionReason reason, String source, Actor actor) {
      return all.add(channel.key() + " " + address + " " + reason + " " + source);
    }

    @Override
    public boolean lift(Channel channel, String address, Actor actor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean takeBack(Channel channel, String address, String source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen(Channel channel, String address) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SuppressionReason> reasonFor(Channel channel, String address) {
      return Optional.empty();
    }
  }
}
