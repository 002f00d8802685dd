package vn.lantoa.site;

import org.springframework.stereotype.Component;
import vn.lantoa.edge.AnyText;

/// A refusal counts whatever a mail program puts into the body, which nobody reads.
@Component
final class OneClickText extends AnyText {

  OneClickText() {
    super("/u/**");
  }
}
