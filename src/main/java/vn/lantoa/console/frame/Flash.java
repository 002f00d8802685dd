package vn.lantoa.console.frame;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;

/// One sentence shown once, on the page a person comes to after an act.
///
/// @param key of the messages
public record Flash(Tone tone, String key, List<Object> arguments) {

  public static final String ATTRIBUTE = "flash";

  public static Flash good(String key, Object... arguments) {
    return new Flash(Tone.GOOD, key, List.of(arguments));
  }

  public static Flash bad(String key, Object... arguments) {
    return new Flash(Tone.BAD, key, List.of(arguments));
  }

  public static Flash of(Refusal refusal) {
    return new Flash(Tone.BAD, "refusal." + refusal.key(), refusal.arguments());
  }

  public void on(RedirectAttributes redirect) {
    redirect.addFlashAttribute(ATTRIBUTE, this);
  }
}
