package vn.lantoa.hooks;

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
@RestController
class TwilioHook {

  private static final Logger log = LoggerFactory.getLogger(TwilioHook.class);

  private final SmsReceipts receipts;
  private final Outcomes outcomes;

  TwilioHook(SmsReceipts receipts, Outcomes outcomes) {
    this.receipts = receipts;
    this.outcomes = outcomes;
  }

  @PostMapping("/hooks/twilio/{deliveryId:[0-9]{1,18}}")
  ResponseEntity<Void> receive(
      @PathVariable long deliveryId,
      @RequestParam MultiValueMap<String, String> form,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature) {
    var fields = form.toSingleValueMap();
    if (!receipts.isGenuine("/hooks/twilio/" + deliveryId, fields, signature)) {
      log.warn("Refused a report on delivery {}: not signed by our Twilio account", deliveryId);
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    receipts.read(fields).ifPresent(receipt -> outcomes.receipt(deliveryId, receipt));
    // Also for a delivery we do not know: Twilio could do nothing about it.
    return ResponseEntity.noContent().build();
  }
}
