package vn.lantoa.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lantoa.delivery.Outcome;

/// What each code of a provider means for a delivery, as data: `codes/<provider>.yaml` in the jar,
/// line by line overruled by `config/codes/<provider>.yaml`. Most codes are known from third
/// parties only, so whoever learns better corrects a line of text, not the program.
public final class OutcomeTable {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final String provider;
  private final Map<String, Rule> rules;
  private final Rule unknown;

  private OutcomeTable(String provider, Map<String, Rule> rules, Rule unknown) {
    this.provider = provider;
    this.rules = rules;
    this.unknown = unknown;
  }

  /// The table of one provider.
  ///
  /// @throws IllegalArgumentException when a line of either file makes no sense
  public static OutcomeTable of(String provider) {
    return of(provider, Path.of("config", "codes", provider + ".yaml"));
  }

  static OutcomeTable of(String provider, Path corrections) {
    var texts = new HashMap<>(shipped(provider));
    if (Files.exists(corrections)) {
      try (var in = Files.newInputStream(corrections)) {
        texts.putAll(read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    var rules = new HashMap<String, Rule>();
    texts.forEach((code, text) -> rules.put(code, Rule.parse(provider, code, text)));
    var unknown = rules.remove("unknown");
    if (unknown == null) {
      throw new IllegalArgumentException("codes/" + provider + ".yaml has no line for 'unknown'");
    }
    return new OutcomeTable(provider, rules, unknown);
  }

  /// What becomes of a delivery.
  ///
  /// @param codes what the provider said, the most telling first; the first that is in the table
  ///   counts
  /// @param said its own words
  /// @param retryAfter what it asked us to wait; null: nothing
  public Outcome outcome(List<String> codes, String said, @Nullable Duration retryAfter) {
    for (var code : codes) {
      var rule = rules.get(code);
      if (rule != null) {
        return rule.outcome(reason(code, codes, said), retryAfter);
      }
    }
    return unknown.outcome(unknownReason(codes, said), retryAfter);
  }

  public boolean knows(String code) {
    return rules.containsKey(code);
  }

  private String reason(String found, List<String> codes, String said) {
    var shown = codes.getFirst();
    return Reasons.find("code." + provider + "." + found.replace(' ', '-'))
        .map(sentence -> Reasons.say("code", sentence, provider, shown))
        .orElseGet(() -> unknownReason(codes, said));
  }

  private String unknownReason(List<String> codes, String said) {
    return Reasons.say("code.unknown", provider, codes.getFirst(), Reasons.quote(said));
  }

  private static Map<String, String> shipped(String provider) {
    try (var in = OutcomeTable.class.getResourceAsStream("/codes/" + provider + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("No table codes/" + provider + ".yaml");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(InputStream in) {
    var type = YAML.getTypeFactory().constructMapType(Map.class, String.class, String.class);
    return YAML.readValue(in, type);
  }

  /// One line: `retry`, `retry 10m`, `throttled`, `unavailable`, `permanent`, `dead-address`,
  /// `ambiguous`, `down`.
  private record Rule(Kind kind, @Nullable Duration after) {

    static Rule parse(String provider, String code, String text) {
      var words = text.strip().split(" +", 2);
      try {
        var kind = Kind.valueOf(words[0].replace('-', '_').toUpperCase(Locale.ROOT));
        return new Rule(kind, words.length > 1 ? DurationStyle.SIMPLE.parse(words[1]) : null);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "codes/%s.yaml: %s: %s".formatted(provider, code, text), e);
      }
    }

    Outcome outcome(String why, @Nullable Duration asked) {
      return switch (kind) {
        case THROTTLED -> new Outcome.Throttled(asked != null ? asked : after, why);
        case UNAVAILABLE -> new Outcome.Unavailable(why);
        case RETRY -> new Outcome.Retry(asked != null ? asked : after, why);
        case PERMANENT -> new Outcome.Permanent(why, false);
        case DEAD_ADDRESS -> new Outcome.Permanent(why, true);
        case AMBIGUOUS -> new Outcome.Ambiguous(why);
        case DOWN -> new Outcome.ChannelDown(why);
      };
    }
  }

  private enum Kind {
    RETRY,
    THROTTLED,
    UNAVAILABLE,
    PERMANENT,
    DEAD_ADDRESS,
    AMBIGUOUS,
    DOWN
  }
}
