package vn.lantoa.content;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Zones;

/// Reads a content file the way a careful editor would before it goes out.
@Component
class ContentLint {

  /// Characters; more than ten thousand words.
  static final int LONGEST = 60_000;

  private final Vocabulary vocabulary;
  private final LintRules rules;
  private final InstantSource time;

  ContentLint(Vocabulary vocabulary, LintRules rules, InstantSource time) {
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.time = time;
  }

  /// What is wrong, in file order.
  List<Finding> check(ContentFile file) {
    var today = LocalDate.ofInstant(time.instant(), Zones.VIETNAM);
    var findings = new ArrayList<>(file.findings());
    var report = new Report(file.name(), findings);
    if (file.text().length() > LONGEST) {
      report.error(1, "content.too-long", file.text().length(), LONGEST);
      return List.copyOf(findings);
    }
    CharacterLint.check(file.text(), report);
    if (!file.header().isEmpty()) {
      new HeaderLint(file, vocabulary, today, report).check();
      new SectionLint(file, rules, report).check();
      new WordLint(file, rules, today, report).check();
    }
    findings.sort(Comparator.comparingInt(Finding::line));
    return List.copyOf(findings);
  }

  /// Where the parts of lint write what they find.
  record Report(String file, List<Finding> findings) {

    void error(int line, String key, Object... arguments) {
      findings.add(Finding.error(file, line, key, arguments));
    }

    void warning(int line, String key, Object... arguments) {
      findings.add(Finding.warning(file, line, key, arguments));
    }
  }
}
