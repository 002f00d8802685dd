package vn.lantoa.console.content;

import org.springframework.stereotype.Component;
import vn.lantoa.edge.AnyText;

/// What people paste into the editor is looked at by the lint, field by field, and a draft keeps it
/// as it is.
@Component
final class EditorText extends AnyText {

  EditorText() {
    super("/ban-nhap", "/noi-dung/moi", "/noi-dung/xem-truoc", "/noi-dung/{id}/sua");
  }
}
