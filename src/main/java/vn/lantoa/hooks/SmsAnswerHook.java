package vn.lantoa.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.PhoneNumber;

/// Where Twilio hands over what people answer to a text message. Who answers with one of the words
/// of refusal is written to no more, from the next message on; everything else is not kept. Numbers
/// of Việt Nam cannot answer through Twilio itself: a domestic gateway that speaks its form can.
@RestController
class SmsAnswerHook {

  private static final String PATH = "/hooks/twilio/tra-loi";
  private static final String SOURCE = "sms-reply";
  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
  private static final String NO_ANSWER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
  private static final String CONFIRMED =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>"
          + "Da ghi nhan. Chung toi khong nhan tin toi so nay nua.</Message></Response>";

  private final SmsReceipts receipts;
  private final RefusalWords words;
  private final Suppressions suppressions;
  private final MeterRegistry meters;

  SmsAnswerHook(
      SmsReceipts receipts, RefusalWords words, Suppressions suppressions, MeterRegistry meters) {
    this.receipts = receipts;
    this.words = words;
    this.suppressions = suppressions;
    this.meters = meters;
  }

  @PostMapping(PATH)
  ResponseEntity<String> receive(
      @RequestParam MultiValueMap<String, String> form,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature) {
    var fields = form.toSingleValueMap();
    if (!receipts.isGenuine(PATH, fields, signature)) {
      count("forged");
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var number = PhoneNumber.parse(fields.getOrDefault("From", ""));
    if (number.isEmpty() || !words.refuse(fields.getOrDefault("Body", ""))) {
      count("other");
      return answer(NO_ANSWER);
    }
    suppressions.suppress(
        Channel.SMS, number.get().e164(), SuppressionReason.OPT_OUT, SOURCE, Actor.SYSTEM);
    count("refusal");
    return answer(CONFIRMED);
  }

  private static ResponseEntity<String> answer(String xml) {
    return ResponseEntity.ok().contentType(XML).body(xml);
  }

  private void count(String end) {
    meters.counter("lantoa.answers", "provider", "twilio", "end", end).increment();
  }
}
