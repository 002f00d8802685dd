package vn.lantoa.channel.zalo;

import java.util.List;
import java.util.Map;
import vn.lantoa.delivery.OutgoingMessage;

/// A message as Zalo's article editor wants it.
final class ZaloArticle {

  private ZaloArticle() {}

  /// @param coverUrl the picture above it; empty: none
  static Map<String, Object> of(OutgoingMessage message, String coverUrl) {
    var text = message.link().isEmpty() ? message.text() : message.text() + "\n" + message.link();
    return Map.of(
        "type",
        "normal",
        "title",
        message.subject(),
        "author",
        message.unitName(),
        "cover",
        cover(coverUrl),
        "description",
        message.subject(),
        "body",
        List.of(Map.of("type", "text", "content", text)),
        "status",
        "show",
        "comment",
        "hide");
  }

  private static Map<String, String> cover(String url) {
    return url.isEmpty()
        ? Map.of("cover_type", "photo", "status", "hide")
        : Map.of("cover_type", "photo", "photo_url", url, "status", "show");
  }
}
