package vn.lantoa.campaign;

import java.util.List;

/// What an approver has before his eyes: his approval is for this and nothing else.
///
/// @param version of the campaign
/// @param texts the hash of the text of each wave, in their order; empty where it was taken out
/// @param messages to people that it would send, about so many
public record Reading(int version, List<String> texts, long messages) {

  public Reading {
    texts = List.copyOf(texts);
  }

  /// Whether nothing of it has changed since, but for some people more or less.
  boolean isStill(Reading now) {
    return version == now.version
        && texts.equals(now.texts)
        && !ApprovedAudience.isFarMore(messages, now.messages);
  }
}
