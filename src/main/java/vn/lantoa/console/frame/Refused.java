package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.Repeated;

/// Writes down what somebody who has logged in tried and was refused: a page that is not his, what
/// belongs to another unit or does not exist, an approval he may not give. Once in ten minutes for
/// the same door.
@Component
class Refused {

  /// The pages of every approval end so.
  private static final String APPROVAL = "/duyet";

  private static final int LONGEST_PATH = 200;

  private final Visitors visitors;
  private final Repeated trail;

  Refused(Visitors visitors, Repeated trail) {
    this.visitors = visitors;
    this.trail = trail;
  }

  /// @param why the key of the refusal
  void access(HttpServletRequest request, String why) {
    record(request, "access.refused", why);
  }

  void act(HttpServletRequest request, String why) {
    if (request.getMethod().equals("POST") && request.getRequestURI().endsWith(APPROVAL)) {
      record(request, "approval.refused", why);
    }
  }

  private void record(HttpServletRequest request, String action, String why) {
    var path = request.getRequestURI();
    var subject = "path:" + path.substring(0, Math.min(path.length(), LONGEST_PATH));
    visitors.of(request).ifPresent(who -> trail.record(who.actor(), action, subject, why));
  }
}
