package vn.lantoa.channel;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what providers answer, without trust: an answer that is no JSON is an empty one.
public final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  public static JsonNode read(String text) {
    try {
      var read = MAPPER.readTree(text);
      return read.isObject() ? read : MAPPER.createObjectNode();
    } catch (JacksonException _) {
      return MAPPER.createObjectNode();
    }
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
