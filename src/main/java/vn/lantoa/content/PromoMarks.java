package vn.lantoa.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a message that promotes something bears besides its words (Nghị định 91/2020/NĐ-CP: a label
/// in front, and how to refuse).
///
/// @param label in front of an SMS and of the subject of a letter
/// @param smsRefusal last in an SMS; `{link}` is where this recipient refuses. Letters have their
///   own foot.
@ConfigurationProperties("lantoa.promo")
public record PromoMarks(
    @DefaultValue("[QC]") String label, @DefaultValue("Tu choi: {link}") String smsRefusal) {

  static final PromoMarks NONE = new PromoMarks("", "");

  String labelled(String text) {
    return label.isBlank() ? text : label.strip() + " " + text;
  }

  String refusable(String text, String url) {
    return smsRefusal.isBlank() ? text : text + "\n" + smsRefusal.strip().replace("{link}", url);
  }
}
