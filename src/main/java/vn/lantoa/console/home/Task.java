package vn.lantoa.console.home;

import java.util.List;
import vn.lantoa.common.Channel;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Tone;

/// Something that waits for the person who reads it.
///
/// @param tone of its icon and words: `BUSY` wants a decision, `WARN` something stands still
/// @param key of the sentence in the messages
/// @param detail a reason in somebody's own words; empty: none
public record Task(
    String icon, Tone tone, String key, List<Object> arguments, String detail, String href) {

  /// What waits; channels in it by their label.
  public String sentence(Page page) {
    return page.t(
        key,
        arguments.stream()
            .map(value -> value instanceof Channel channel ? page.label(channel) : value)
            .toArray());
  }
}
