package vn.lantoa.roster;

/// What there is to say about one cell of a row.
///
/// @param row as the file counts
/// @param column its heading in the file
/// @param key what it is, in the messages under `import.row.`
/// @param detail what belongs into that sentence
public record RowNote(
    int row, Field field, String column, String value, String key, String detail) {}
