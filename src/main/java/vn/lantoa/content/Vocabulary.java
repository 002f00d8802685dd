package vn.lantoa.content;

import java.util.Map;
import vn.lantoa.common.Label;

/// The words content is filed under: `config/vocabulary.yaml`.
///
/// @param topics key → label
/// @param audiences key → label
public record Vocabulary(Map<String, Label> topics, Map<String, Label> audiences) {}
