package vn.lantoa.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.delivery.Outcomes;

/// Where Twilio reports what became of a text message. The delivery is in the address, so a report
/// can settle a delivery whose first answer was lost.
///
/// 2xx says that it is committed, or that there is nothing in it to keep; nothing is taken on trust
/// and kept for later. What comes of each report counts in `lantoa_receipts{provider,end}`.
@RestController
class TwilioHook {

  private static final Logger log = LoggerFactory.getLogger(TwilioHook.class);

  private final SmsReceipts receipts;
  private final Outcomes outcomes;
  private final MeterRegistry meters;
  private final Seldom forged;

  TwilioHook(SmsReceipts receipts, Outcomes outcomes, MeterRegistry meters, InstantSource clock) {
    this.forged = new Seldom(clock, Duration.ofMinutes(1));
    this.receipts = receipts;
    this.outcomes = outcomes;
    this.meters = meters;
  }

  @PostMapping("/hooks/twilio/{deliveryId:[0-9]{1,18}}")
  ResponseEntity<Void> receive(
      @PathVariable long deliveryId,
      @RequestParam MultiValueMap<String, String> form,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature) {
    var end = keep(deliveryId, form.toSingleValueMap(), signature);
    meters.counter("lantoa.receipts", "provider", "twilio", "end", end.word).increment();
    return ResponseEntity.status(end.status).build();
  }

  private End keep(long deliveryId, Map<String, String> fields, String signature) {
    if (!receipts.isGenuine("/hooks/twilio/" + deliveryId, fields, signature)) {
      forged.seldom(times ->
          log.warn(
              "Refused {} reports since the last such line, the last one on delivery {}: not signed"
                  + " by our Twilio account",
              times,
              deliveryId));
      return End.FORGED;
    }
    try {
      var receipt = receipts.read(fields);
      receipt.ifPresent(said -> outcomes.receipt(deliveryId, said));
      // Also for a delivery we do not know: Twilio could do nothing about it.
      return receipt.isPresent() ? End.KEPT : End.NOTHING_NEW;
    } catch (RuntimeException e) {
      log.warn("delivery={}: the report of Twilio is not kept: {}", deliveryId, e.toString());
      return End.NOT_KEPT;
    }
  }

  private enum End {
    KEPT("kept", HttpStatus.NO_CONTENT),
    NOTHING_NEW("nothing-new", HttpStatus.NO_CONTENT),
    FORGED("forged", HttpStatus.FORBIDDEN),
    NOT_KEPT("not-kept", HttpStatus.SERVICE_UNAVAILABLE);

    private final String word;
    private final HttpStatus status;

    End(String word, HttpStatus status) {
      this.word = word;
      this.status = status;
    }
  }
}
