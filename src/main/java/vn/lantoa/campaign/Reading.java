package vn.lantoa.campaign;

import java.util.List;

/// What an approver has before his eyes: his approval is for this and nothing else.
///
/// @param version of the campaign
/// @param texts the hash of the text of each wave, in their order; empty where it was taken out
public record Reading(int version, List<String> texts) {

  public Reading {
    texts = List.copyOf(texts);
  }
}
