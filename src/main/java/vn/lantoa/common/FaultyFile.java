package vn.lantoa.common;

import java.util.stream.Collectors;

/// A file of ours that cannot be used, with the place and the reason. The message is meant for
/// whoever starts the program: `config/holidays.yaml:12: unknown key: dat`.
public final class FaultyFile extends RuntimeException {

  private final transient Finding finding;

  public FaultyFile(Finding finding) {
    super(inWords(finding));
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }

  /// Keys are chosen so that they read as a sentence: `config.unknown-key` → `unknown key`.
  private static String inWords(Finding finding) {
    var place = finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file();
    var words = finding.key().substring(finding.key().lastIndexOf('.') + 1).replace('-', ' ');
    var arguments =
        finding.arguments().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return place + ": " + words + (arguments.isEmpty() ? "" : ": " + arguments);
  }
}
