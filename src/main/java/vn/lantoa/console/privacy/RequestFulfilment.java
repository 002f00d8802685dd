package vn.lantoa.console.privacy;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.common.Refusal;
import vn.lantoa.privacy.SubjectRequest;

/// Whether what a request asks for is done, as far as the program can see: what the person was
/// shown, or whether a correction is right, it cannot.
@Component
class RequestFulfilment {

  /// A dead address alone is no word of the person's.
  private static final Set<SuppressionReason> REFUSED =
      Set.of(SuppressionReason.OPT_OUT, SuppressionReason.COMPLAINT, SuppressionReason.MANUAL);

  private final RequestDetails details;

  RequestFulfilment(RequestDetails details) {
    this.details = details;
  }

  /// @throws Refusal `privacy.not-erased`, `privacy.not-withdrawn`
  void require(SubjectRequest request) {
    switch (request.kind()) {
      case ERASE -> {
        if (details.known(request.recipientId()).isPresent()) {
          throw new Refusal("privacy.not-erased");
        }
      }
      case WITHDRAW, RESTRICT -> {
        if (isStillAgreed(request)) {
          throw new Refusal("privacy.not-withdrawn");
        }
      }
      case VIEW, CORRECT, EXPORT -> {}
    }
  }

  /// Also of who is off the list: he may be on the next one, with what he agreed to.
  private boolean isStillAgreed(SubjectRequest request) {
    return details
        .known(request.recipientId())
        .filter(person -> person.contactPoints().stream().anyMatch(RequestFulfilment::isAgreed))
        .isPresent();
  }

  private static boolean isAgreed(Recipient.ContactPoint point) {
    var suppressed = point.suppressed();
    return point.consentAt() != null && (suppressed == null || !REFUSED.contains(suppressed));
  }
}
