package vn.lantoa.hooks;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Folded;

/// The words by which somebody refuses further text messages, with marks or without.
@Component
class RefusalWords {

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

  private final Set<String> words;

  RefusalWords(
      @Value("${lantoa.sms.refusal-words:TU CHOI,TC,STOP,HUY,UNSUBSCRIBE}") List<String> words) {
    this.words = words.stream().map(RefusalWords::plain).collect(Collectors.toSet());
  }

  /// The whole answer has to be one: “Hủy lịch hẹn giúp tôi” refuses nothing.
  boolean refuse(String answer) {
    return words.contains(plain(answer));
  }

  private static String plain(String text) {
    return NO_LETTER.matcher(Folded.of(text)).replaceAll(" ").strip();
  }
}
