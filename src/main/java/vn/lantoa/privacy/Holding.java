package vn.lantoa.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one module holds of a person, as a table.
///
/// @param kind what it is: `privacy.held.<kind>` in the messages
/// @param fields names of the columns: `privacy.field.<field>` in the messages
/// @param rows texts, numbers, [java.time.Instant]s, each as long as the fields
public record Holding(String kind, List<String> fields, List<List<@Nullable Object>> rows) {}
