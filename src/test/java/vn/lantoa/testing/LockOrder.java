package vn.lantoa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Looks at the text of a statement for rows that are locked in no order, or in another one than
/// that of `src/docs/delivery.md`.
///
/// @param keys the tables in their order, and in which order the rows of each are taken; no
///   columns: its rows belong to who holds a row of another table
public record LockOrder(Map<String, List<String>> keys) {

  private static final Path WRITTEN = Path.of("src/docs/delivery.md");
  private static final Pattern LINE =
      Pattern.compile("\\| \\d+ \\| `(\\w+)` \\| (?:`([\\w, ]+)`|.*?) \\|.*");
  private static final Pattern CHANGE =
      Pattern.compile("^(update|delete from) (\\w+) (?:(?!set\\b|where\\b|using\\b)(\\w+) )?");
  private static final Pattern UPSERT =
      Pattern.compile("^insert into (\\w+) .*select .*on conflict .*do update");
  private static final Pattern LOCK =
      Pattern.compile("\\bfor (?:no key |key )?(?:update|share)\\b");
  private static final Pattern FROM = Pattern.compile("\\bfrom (\\w+)\\b");
  private static final Pattern SORTED = Pattern.compile("order by ((?:[\\w.]+(?:, )?)+)");
  private static final Pattern PART = Pattern.compile("(\\w+) as (?:materialized )?\\(");

  /// As it is written down.
  public static LockOrder written() {
    var keys = new LinkedHashMap<String, List<String>>();
    try {
      for (var line : Files.readAllLines(WRITTEN)) {
        var row = LINE.matcher(line);
        if (row.matches()) {
          keys.put(
              row.group(1), row.group(2) == null ? List.of() : List.of(row.group(2).split(", ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LockOrder(keys);
  }

  /// What is wrong with a statement; empty: nothing.
  public List<String> faults(String statement) {
    var faults = new ArrayList<String>();
    var parts = parts(statement.replaceAll("--.*", "").replaceAll("\\s+", " ").strip());
    var held = held(parts);
    int reached = 0;
    for (var part : parts.values()) {
      changes(part, held, faults);
      for (var lock : LOCK.matcher(part).results().toList()) {
        reached = lock(around(part, lock), lock.group(), reached, faults);
      }
    }
    var last = parts.get("");
    if (last != null
        && last.startsWith("update delivery ")
        && parts.values().stream().anyMatch(part -> part.contains(" queue "))
        && !last.contains("(select count(*) from held) > 0")) {
      faults.add("changes the ledger before it holds all of the queue");
    }
    return faults;
  }

  private void changes(String part, List<String> held, List<String> faults) {
    var change = CHANGE.matcher(part);
    if (change.find() && keys.containsKey(change.group(2))) {
      var table = change.group(2);
      boolean safe = isOneRow(table, part) || held.stream().anyMatch(name -> reads(part, name));
      if (!safe) {
        faults.add("changes rows of " + table + " that it does not hold");
      }
    }
    var upsert = UPSERT.matcher(part);
    if (upsert.find() && keys.containsKey(upsert.group(1)) && !part.contains("order by")) {
      faults.add("adds to rows of " + upsert.group(1) + " in no order");
    }
  }

  /// @param select with the lock at its end
  /// @param reached how far down the order the statement has come
  private int lock(String select, String words, int reached, List<String> faults) {
    var from = FROM.matcher(select);
    if (!from.find() || !keys.containsKey(from.group(1)) || select.endsWith("skip locked")) {
      return reached;
    }
    var table = from.group(1);
    var sorted = SORTED.matcher(select);
    var columns = sorted.find() ? sorted.group(1).strip().replaceAll("\\w+\\.", "") : "";
    if (!isOneRow(table, select) && !columns.equals(String.join(", ", key(table)))) {
      faults.add(words + " of " + table + " not in the order of its key");
    }
    int place = List.copyOf(keys.keySet()).indexOf(table);
    if (place < reached) {
      faults.add("locks " + table + " too late");
    }
    return Math.max(place, reached);
  }

  private boolean isOneRow(String table, String part) {
    return key(table).stream()
        .allMatch(column ->
            Pattern.compile("\\b" + column + " = (?::\\w+|new\\.\\w+|\\?)")
                .matcher(withoutBrackets(part))
                .find());
  }

  private List<String> key(String table) {
    var key = keys.get(table);
    return key == null || key.isEmpty()
        ? List.of(table.equals("uncertain") ? "delivery_id" : "id")
        : key;
  }

  /// The parts that hold rows, and those that read of them.
  private static List<String> held(Map<String, String> parts) {
    var held = new ArrayList<String>();
    parts.forEach((name, part) -> {
      if (LOCK.matcher(part).find() || held.stream().anyMatch(other -> reads(part, other))) {
        held.add(name);
      }
    });
    return held;
  }

  private static boolean reads(String part, String name) {
    return Pattern.compile("(?:from|using|join|,) ?" + name + "\\b").matcher(part).find();
  }

  /// The parts of a `with`, in their order, and what comes after them under no name.
  private static Map<String, String> parts(String sql) {
    var parts = new LinkedHashMap<String, String>();
    int from = 0;
    var part = PART.matcher(sql);
    while (sql.startsWith("with ")
        && part.find(from)
        && depth(sql.substring(from, part.start())) == 0) {
      int end = close(sql, part.end());
      parts.put(part.group(1), sql.substring(part.end(), end).strip());
      from = end + 1;
      if (!sql.startsWith(",", from)) {
        break;
      }
    }
    parts.put("", sql.substring(from).strip());
    return parts;
  }

  /// The select a lock belongs to, without what is in brackets of its own.
  private static String around(String part, MatchResult lock) {
    int begin = lock.start();
    for (int open = 0; begin > 0 && open >= 0; begin--) {
      char sign = part.charAt(begin - 1);
      open += sign == ')' ? 1 : sign == '(' ? -1 : 0;
    }
    int end = close(part, lock.end());
    return withoutBrackets(part.substring(begin, end)).strip();
  }

  /// With a question mark in the place of what was in them.
  private static String withoutBrackets(String part) {
    var rest = part;
    for (var before = ""; !before.equals(rest); ) {
      before = rest;
      rest = rest.replaceAll("\\([^()]*\\)", "?");
    }
    return rest.replace("(", "");
  }

  /// Where the bracket closes that is open at `from`; the end, when none is.
  private static int close(String sql, int from) {
    int open = 0;
    for (int i = from; i < sql.length(); i++) {
      open += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      if (open < 0) {
        return i;
      }
    }
    return sql.length();
  }

  private static int depth(String text) {
    return (int)
        (text.chars().filter(c -> c == '(').count() - text.chars().filter(c -> c == ')').count());
  }
}
