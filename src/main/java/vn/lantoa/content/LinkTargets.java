package vn.lantoa.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.common.AddressInName;

/// Where a text leads, for whoever approves it: the words of a link say nothing about its target,
/// and a preview on a telephone has no pointer to hold over it.
public final class LinkTargets {

  /// In words that are no Markdown: after a scheme anything, else a host or a mail box. No part
  /// looks far for its end: a text of nothing but beginnings would be read once for each of them.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-zA-Z][a-zA-Z0-9+-]{0,30}://[^\\s<>\"“”«»,;/?#\\\\]*+"
              + "|(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}._%+-]{1,64}@)?+"
              + "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}+(?:\\.[\\p{L}\\p{N}_-]{1,63}+){1,126}+"
              + "(?::[0-9]{1,5}+)?+)"
              + "(?:[/?#\\\\][^\\s<>\"“”«»]*+)?+");

  /// Ends the sentence around an address, not the address.
  private static final String AFTER_ADDRESS = ".,;:!?'’…*_)]}";

  private final String itemLink;
  private final Map<String, LinkTarget> found = new LinkedHashMap<>();

  private LinkTargets(String itemLink) {
    // What is longer is refused wherever it would be put in, which may be in thousands of places.
    this.itemLink = itemLink.length() > HeaderLint.LONGEST_LINK ? "" : itemLink;
  }

  /// Those of one rendition, each once: of its links, and of what telephones and mail programs make
  /// links of by themselves. Thread-safe.
  public static List<LinkTarget> of(ContentVersion version, Section section) {
    var rendition = version.renditions().get(section);
    if (rendition == null) {
      return List.of();
    }
    var targets = new LinkTargets(version.link());
    var body = Cut.marked(SlotValue.nfc(rendition.body()));
    switch (section) {
      case SMS -> targets.words(body);
      case SOCIAL -> {
        targets.words(version.title());
        targets.words(body);
      }
      case EMAIL -> {
        targets.words(Cut.marked(SlotValue.nfc(rendition.subject())));
        targets.markdown(body);
      }
      case RADIO, PORTAL -> {
        targets.words(version.title());
        targets.markdown(body);
      }
    }
    return List.copyOf(targets.found.values());
  }

  /// The link of the item, which `{{link}}` stands for.
  public static Optional<LinkTarget> own(ContentVersion version) {
    return version.link().isEmpty()
        ? Optional.empty()
        : Optional.of(LinkTarget.of(version.link(), version.link()));
  }

  private void markdown(String marked) {
    var markdown = new Markdown(marked);
    markdown.targets().forEach(target -> add(filled(target)));
    words(markdown.text());
  }

  private void words(String marked) {
    var addresses = ADDRESS.matcher(filled(marked));
    while (addresses.find()) {
      if (AddressInName.isLink(addresses.group())) {
        add(withoutTheSentence(addresses.group()));
      }
    }
  }

  private void add(String address) {
    var target = LinkTarget.of(written(address), itemLink);
    found.putIfAbsent(target.essence(), target);
  }

  /// With the link in its place, for what stands beside it becomes part of it.
  private String filled(String marked) {
    return itemLink.isEmpty() ? marked : marked.replace(Placeholder.LINK.mark(), itemLink);
  }

  private static String written(String marked) {
    var written = marked;
    for (var placeholder : Placeholder.values()) {
      written = written.replace(placeholder.mark(), placeholder.written());
    }
    return written;
  }

  /// A bracket that was opened in the address is part of it.
  private static String withoutTheSentence(String address) {
    long unopened = count(address, ')') - count(address, '(');
    int end = address.length();
    while (end > 0 && AFTER_ADDRESS.indexOf(address.charAt(end - 1)) >= 0) {
      if (address.charAt(end - 1) == ')' && unopened-- <= 0) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }
}
