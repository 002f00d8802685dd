package vn.lantoa.console;

import vn.lantoa.audience.Recipient;
import vn.lantoa.content.Vocabulary;

/// One person in the list.
public record RecipientRow(Recipient recipient, String unitName, Vocabulary.Label audience) {}
