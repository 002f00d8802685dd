package vn.lantoa.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The SQL in a file of Java: text blocks and other literals that begin as a statement does.
public final class Statements {

  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(--.*\\n\\s*)*(select|insert|update|delete|with)\\s.*", Pattern.DOTALL);

  private Statements() {}

  public static List<String> of(String source) {
    var found = new ArrayList<String>();
    var blocks = TEXT_BLOCK.matcher(source);
    while (blocks.find()) {
      found.add(blocks.group(1));
    }
    var literals = LITERAL.matcher(TEXT_BLOCK.matcher(source).replaceAll(""));
    while (literals.find()) {
      found.add(literals.group(1));
    }
    return found.stream().filter(text -> STATEMENT.matcher(text).matches()).toList();
  }
}
