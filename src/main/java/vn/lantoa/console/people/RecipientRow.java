package vn.lantoa.console.people;

import java.time.Instant;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Label;

/// One person in the list.
public record RecipientRow(Recipient recipient, String unitName, Label audience, Instant addedAt) {}
