package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Messages;
import vn.lantoa.testing.SourceFile;

/// The list of acts is closed: what is recorded anywhere stands in it, nothing else does, and each
/// has its words.
class ActsTest {

  /// Calls that record, whose second argument is the act; the last two are helpers of a page.
  private static final Pattern RECORDING =
      Pattern.compile(
          "(?:\\baudited\\s*\\.act|\\b(?:trail|audit|refused|repeated)\\s*\\.record|getBean\\(AuditTrail\\.class\\)\\s*\\.record|(?<=[\\s;])record|(?<=\\s)act)\\(");

  /// Calls whose first argument is the act.
  private static final Pattern BY_NAME =
      Pattern.compile("\\b(?:acts\\s*\\.act|new ProgramAct)\\(\\s*(\"[^\"]+\")");

  private static final Pattern SEEN = Pattern.compile("@Seen\\(as = (\"[^\"]+\")");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+\\.[a-z-]*)\"");

  @Test
  void whatIsRecordedIsOnTheListAndNothingElse() {
    var recorded = new TreeSet<String>();
    SourceFile.main().forEach(file -> literals(file.text()).forEach(recorded::add));

    assertThat(recorded).hasSizeGreaterThan(40);
    assertThat(recorded)
        .allSatisfy(act ->
            assertThat(Acts.ALL)
                .as("Write %s into Acts.ALL and its words as action.%1$s", act)
                .anyMatch(
                    known -> known.equals(act) || act.endsWith(".") && known.startsWith(act)));
    assertThat(Acts.ALL)
        .as("Recorded nowhere")
        .allMatch(known ->
            recorded.stream()
                .anyMatch(act -> known.equals(act) || act.endsWith(".") && known.startsWith(act)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void eachHasItsWords(String language) {
    assertThat(Stream.concat(Acts.ALL.stream(), Acts.FORMER.stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(act ->
            assertThat(Messages.source().getMessage("action." + act, null, "", Locale.of(language)))
                .as(act)
                .isNotEmpty());
  }

  @Test
  void findsTheActOfACall() {
    assertThat(
            literals(
                " audited.act(account.actor(), a ? \"x.a\" : \"x.b\", \"s:\" + id, \"\", () -> {});"))
        .containsExactly("x.a", "x.b");
    assertThat(
            literals(" audited.act(account.actor(), \"x.\" + settled(one, two), \"y.z\", \"\");"))
        .containsExactly("x.");
    assertThat(literals(" act(actor, \"x.y\", id, () -> recipients.remove(id));"))
        .containsExactly("x.y");
  }

  private static List<String> literals(String text) {
    var found = new ArrayList<String>();
    var call = RECORDING.matcher(text);
    while (call.find()) {
      LITERAL
          .matcher(secondArgument(text, call.end()))
          .results()
          .forEach(one -> found.add(one.group(1)));
    }
    Stream.of(BY_NAME, SEEN)
        .flatMap(pattern -> pattern.matcher(text).results())
        .flatMap(one -> LITERAL.matcher(one.group(1)).results())
        .forEach(one -> found.add(one.group(1)));
    return found;
  }

  private static String secondArgument(String text, int from) {
    int depth = 0;
    int commas = 0;
    int begin = from;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char sign = text.charAt(i);
      quoted ^= sign == '"';
      depth += quoted ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (depth < 0 || !quoted && depth == 0 && sign == ',' && ++commas == 2) {
        return commas == 0 ? "" : text.substring(begin, i);
      }
      if (commas == 1 && begin == from) {
        begin = i;
      }
    }
    return "";
  }
}
