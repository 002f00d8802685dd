package vn.lantoa.console.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.ConsentWay;
import vn.lantoa.audience.GivenBy;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.console.frame.Page;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.privacy.Holding;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestStatus;

/// What is held of a person, in words.
///
/// @param kind what it is, as a key
/// @param title what it is
/// @param headings of the columns
public record HeldView(String kind, String title, List<String> headings, List<List<String>> rows) {

  static List<HeldView> of(List<Holding> held, Page page) {
    return held.stream()
        .filter(holding -> !holding.rows().isEmpty())
        .map(holding -> of(holding, page))
        .toList();
  }

  private static HeldView of(Holding holding, Page page) {
    return new HeldView(
        holding.kind(),
        page.t("privacy.held." + holding.kind()),
        holding.fields().stream().map(field -> page.t("privacy.field." + field)).toList(),
        holding.rows().stream().map(row -> row(holding, row, page)).toList());
  }

  private static List<String> row(Holding holding, List<@Nullable Object> row, Page page) {
    var words = new java.util.ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      words.add(words(holding, holding.fields().get(i), row.get(i), page));
    }
    return words;
  }

  private static String words(Holding holding, String field, @Nullable Object value, Page page) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant at) {
      return page.dateTime(at);
    }
    var text = value.toString();
    if (text.isEmpty()) {
      return "";
    }
    return switch (field) {
      case "channel" -> page.label(new Channel(text));
      case "status" ->
          holding.kind().equals("requests")
              ? page.label(RequestStatus.valueOf(text))
              : page.label(DeliveryStatus.valueOf(text));
      case "request" -> page.label(RequestKind.valueOf(text));
      case "refused" -> page.label(SuppressionReason.valueOf(text));
      case "reason" -> page.reason(text);
      case "purpose" -> page.label(Purpose.valueOf(text));
      case "given-by" -> page.label(GivenBy.valueOf(text));
      case "way" -> page.label(ConsentWay.valueOf(text));
      case "given" -> page.t("privacy.said." + text);
      case "outcome" -> text.equals("@erased") ? page.t("privacy.outcome.erased") : text;
      default -> text;
    };
  }
}
