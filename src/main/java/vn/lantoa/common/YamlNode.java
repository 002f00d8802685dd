package vn.lantoa.common;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A value in a YAML file that knows its line, so that every mistake can be shown where it is.
/// Scalars stay the text that was written (`07:00` and `01-01` mean nothing special), duplicate
/// keys and aliases are refused.
///
/// @param line 1-based; of its key when it has one
public record YamlNode(String file, int line, Object value) {

  /// @param length of the text, which the library reads at one go: it stumbles over an emoji that
  ///   lies across two parts
  private static LoadSettings strict(int length) {
    return LoadSettings.builder()
        .setCodePointLimit(500_000)
        .setParseComments(false)
        .setBufferSize(length + 1)
        .build();
  }

  /// Reads a whole file.
  ///
  /// @throws FaultyFile when it cannot be read or is no YAML
  public static YamlNode read(Path path) {
    var file = path.toString().replace('\\', '/');
    try {
      return parse(file, Files.readString(path), 1);
    } catch (CharacterCodingException _) {
      throw new FaultyFile(Finding.error(file, 0, "config.not-utf-8"));
    } catch (IOException _) {
      throw new FaultyFile(Finding.error(file, 0, "config.cannot-be-read"));
    }
  }

  /// Reads YAML that is part of a file.
  ///
  /// @param firstLine the line of the file on which the text starts
  /// @throws FaultyFile when it is no YAML
  public static YamlNode parse(String file, String text, int firstLine) {
    try {
      var root = new Compose(strict(text.length())).composeString(text);
      if (root.isEmpty()) {
        throw new FaultyFile(Finding.error(file, firstLine, "config.empty"));
      }
      return new YamlTree(file, firstLine).node(root.get(), -1);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
      throw new FaultyFile(Finding.error(file, line, "config.no-yaml", e.getProblem()));
    } catch (YamlEngineException e) {
      throw new FaultyFile(
          Finding.error(file, firstLine, "config.no-yaml", String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      // Of an escape that is no character the library says so in Java's own words.
      throw new FaultyFile(
          Finding.error(file, firstLine, "config.no-yaml", String.valueOf(e.getMessage())));
    } catch (StackOverflowError _) {
      // Ten thousand opening brackets in the editor must not look like a fault of the server.
      throw new FaultyFile(Finding.error(file, firstLine, "config.nested-too-deeply"));
    }
  }

  /// Of a mapping, in file order.
  ///
  /// @throws FaultyFile when it is no mapping
  @SuppressWarnings("unchecked")
  public Map<String, YamlNode> fields() {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, YamlNode>) map;
    }
    throw fault("config.not-a-mapping");
  }

  /// Of a mapping that may hold these keys and no other.
  public Map<String, YamlNode> fields(Set<String> known) {
    fields()
        .forEach((key, field) -> {
          if (!known.contains(key)) {
            throw field.fault("config.unknown-key", key);
          }
        });
    return fields();
  }

  /// A field that must be there.
  public YamlNode field(String key) {
    var field = fields().get(key);
    if (field == null) {
      throw fault("config.missing-key", key);
    }
    return field;
  }

  /// Of a list.
  ///
  /// @throws FaultyFile when it is no list
  @SuppressWarnings("unchecked")
  public List<YamlNode> items() {
    if (value instanceof List<?> list) {
      return (List<YamlNode>) list;
    }
    throw fault("config.not-a-list");
  }

  /// The scalar as written; empty for a key without a value.
  ///
  /// @throws FaultyFile when it is a mapping or a list
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw fault("config.not-a-text");
  }

  /// The scalar, read as something else; what the reader throws becomes a fault at this line.
  public <T> T as(Function<String, T> reader) {
    var text = text();
    try {
      return reader.apply(text);
    } catch (FaultyFile e) {
      throw e;
    } catch (RuntimeException _) {
      throw fault("config.bad-value", text);
    }
  }

  /// `true` or `false`, and nothing else: a slip is not a no.
  public boolean yesOrNo() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("config.bad-value", text());
    };
  }

  public FaultyFile fault(String key, Object... arguments) {
    return new FaultyFile(Finding.error(file, line, key, arguments));
  }
}
