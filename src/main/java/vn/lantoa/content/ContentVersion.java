package vn.lantoa.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;

/// One text of a content item with the facts it rests on, fixed for good.
///
/// @param hash SHA-256, hexadecimal, over all that an approver sees: title, link and all renditions
///   after NFC, topic, audiences, validity and source. Versions of older databases have one over
///   the words alone.
/// @param number 1 for the first version of the item
/// @param validFrom first day it may be sent
/// @param validTo last day it may be sent
/// @param link what `{{link}}` stands for; empty when the item has none
/// @param markdown the file as it was written
public record ContentVersion(
    String itemId,
    String hash,
    int number,
    String title,
    String topic,
    List<String> audiences,
    LocalDate validFrom,
    LocalDate validTo,
    String link,
    String source,
    Map<Section, Rendition> renditions,
    String markdown,
    @Nullable Long authorId,
    String author,
    Instant createdAt) {

  /// The text of one section, placeholders still in it.
  ///
  /// @param subject of an e-mail; empty elsewhere
  public record Rendition(String subject, String body) {}

  public Actor writtenBy() {
    return new Actor(authorId, author);
  }
}
