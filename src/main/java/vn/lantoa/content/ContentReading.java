package vn.lantoa.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;
import vn.lantoa.common.YamlNode;
import vn.lantoa.content.ContentFile.Part;

/// Takes a content file apart, line by line.
final class ContentReading {

  private static final String FENCE = "---";

  private final String name;
  private final String text;
  private final List<String> lines;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Section, Part> parts = new EnumMap<>(Section.class);

  ContentReading(String name, String markdown) {
    this.name = name;
    var unix = markdown.replace("\r\n", "\n").replace('\r', '\n');
    var written = unix.startsWith("\uFEFF") ? unix.substring(1) : unix;
    text = SlotValue.nfc(written);
    lines = Arrays.asList(text.split("\n", -1));
    if (!text.equals(written)) {
      findings.add(Finding.warning(name, firstDifference(written), "content.not-nfc"));
    }
  }

  ContentFile file() {
    int end = endOfHeader();
    var header = end > 0 ? header(end) : Map.<String, YamlNode>of();
    if (end > 0) {
      sections(end + 1);
    }
    return new ContentFile(name, text, header, parts, findings);
  }

  private int firstDifference(String written) {
    var before = written.split("\n", -1);
    int i = 0;
    while (before[i].equals(lines.get(i))) {
      i++;
    }
    return i + 1;
  }

  /// Index of the closing fence; -1 when the front matter is not whole.
  private int endOfHeader() {
    if (!lines.getFirst().stripTrailing().equals(FENCE)) {
      findings.add(Finding.error(name, 1, "content.front-matter-missing"));
      return -1;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(FENCE)) {
        return i;
      }
    }
    findings.add(Finding.error(name, 1, "content.front-matter-open"));
    return -1;
  }

  private Map<String, YamlNode> header(int end) {
    try {
      return YamlNode.parse(name, String.join("\n", lines.subList(1, end)), 2).fields();
    } catch (FaultyFile e) {
      findings.add(e.finding());
      return Map.of();
    }
  }

  private void sections(int from) {
    int i = from;
    int stray = 0;
    while (i < lines.size() && !isHeading(lines.get(i))) {
      if (stray == 0 && !lines.get(i).isBlank()) {
        stray = i + 1;
      }
      i++;
    }
    if (stray > 0) {
      findings.add(Finding.error(name, stray, "content.text-before-section"));
    }
    while (i < lines.size()) {
      int next = i + 1;
      while (next < lines.size() && !isHeading(lines.get(next))) {
        next++;
      }
      section(i, next);
      i = next;
    }
  }

  private void section(int from, int to) {
    var heading = lines.get(from).substring(2).strip();
    int colon = heading.indexOf(':');
    var key = (colon < 0 ? heading : heading.substring(0, colon)).strip();
    var subject = colon < 0 ? "" : heading.substring(colon + 1).strip();
    var section = sectionOf(key);
    if (section.isEmpty()) {
      findings.add(Finding.error(name, from + 1, "content.unknown-section", key));
      return;
    }
    if (section.get() != Section.EMAIL && colon >= 0) {
      findings.add(Finding.error(name, from + 1, "content.subject-not-here", key));
    }
    if (parts.containsKey(section.get())) {
      findings.add(Finding.error(name, from + 1, "content.duplicate-section", key));
      return;
    }
    int first = from + 1;
    while (first < to && lines.get(first).isBlank()) {
      first++;
    }
    var body = String.join("\n", lines.subList(first, to)).stripTrailing();
    parts.put(section.get(), new Part(from + 1, subject, first + 1, body));
  }

  private static boolean isHeading(String line) {
    return line.startsWith("## ") || line.stripTrailing().equals("##");
  }

  private static Optional<Section> sectionOf(String key) {
    return Arrays.stream(Section.values()).filter(known -> known.key().equals(key)).findAny();
  }
}
