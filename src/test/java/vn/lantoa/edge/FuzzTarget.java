package vn.lantoa.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One address with one method, and all that it reads, each with a value that makes sense.
///
/// @param pattern with what changes in braces
/// @param fields of the address or the form
record FuzzTarget(
    RequestMethod method, String pattern, Map<String, String> fields, boolean takesAFile) {

  private static final Pattern READ =
      Pattern.compile("(?:text|texts|number)\\(\"([a-z-]+[0-9]?)\"\\)");

  /// Forms within a form: their fields bear a number before their names.
  private static final Pattern BELOW = Pattern.compile("below\\(\"([a-z]+)\" \\+");

  private static final Pattern NAMED = Pattern.compile("name=\"([A-Za-z0-9._-]+)\"");

  /// What every list reads.
  private static final Map<String, String> OF_LISTS =
      Map.of(
          "q",
          "lan",
          "tu",
          "2026-10-01",
          "den",
          "2026-10-31",
          "xep",
          "ten",
          "trang",
          "2",
          "sau",
          "1",
          "chon",
          "1");

  static List<FuzzTarget> all(RequestMappingHandlerMapping mappings) {
    return mappings.getHandlerMethods().entrySet().stream()
        .flatMap(handler -> of(handler.getKey(), handler.getValue()))
        .toList();
  }

  private static Stream<FuzzTarget> of(RequestMappingInfo mapping, HandlerMethod handler) {
    var fields = new LinkedHashMap<String, String>();
    mapping.getParamsCondition().getExpressions().forEach(one -> fields.put(one.getName(), "csv"));
    boolean file = false;
    for (var parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      if (parameter.getParameterType() == MultipartFile.class) {
        file = true;
      } else {
        fields.putAll(fields(parameter, handler));
      }
    }
    var named = mapping.getMethodsCondition().getMethods();
    var methods = named.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : named;
    boolean takesAFile = file;
    return mapping.getPatternValues().stream()
        .flatMap(pattern ->
            methods.stream().map(method -> new FuzzTarget(method, pattern, fields, takesAFile)));
  }

  private static Map<String, String> fields(MethodParameter parameter, HandlerMethod handler) {
    var fields = new LinkedHashMap<String, String>();
    var asked = parameter.getParameterAnnotation(RequestParam.class);
    if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
      for (var part : parameter.getParameterType().getRecordComponents()) {
        fields.put(part.getName(), sensible(part.getName(), typeOf(part)));
      }
    } else if (asked != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
      read(handler.getBeanType()).forEach(name -> fields.put(name, sensible(name, String.class)));
      if (parameter.getParameterType() == MultiValueMap.class) {
        fields.putAll(OF_LISTS);
      }
    } else if (asked != null) {
      var name = asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
      var type = parameter.nestedIfOptional().getNestedParameterType();
      fields.put(
          name,
          sensible(
              name,
              List.class.isAssignableFrom(type)
                  ? parameter.nested().getNestedParameterType()
                  : type));
    }
    return fields;
  }

  private static Class<?> typeOf(RecordComponent part) {
    return part.getType() == List.class ? String.class : part.getType();
  }

  /// The fields a room reads by name, and those its pages have.
  private static TreeSet<String> read(Class<?> type) {
    var room = type.getPackageName().replace('.', '/');
    var names = new TreeSet<String>();
    var prefixes = new TreeSet<String>();
    found(Path.of("src/main/java", room), READ, names);
    found(Path.of("src/main/java", room), BELOW, prefixes);
    for (var name : List.copyOf(names)) {
      prefixes.forEach(prefix -> names.add(prefix + "0." + name));
    }
    found(Path.of("src/main/jte", room.replace("vn/lantoa/", "")), NAMED, names);
    return names;
  }

  private static void found(Path folder, Pattern pattern, TreeSet<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(one -> names.add(one.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    names.remove("_csrf");
  }

  private static String sensible(String name, Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0].toString();
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true";
    }
    if (type == LocalDate.class || name.startsWith("date") || name.startsWith("valid")) {
      return "2026-10-10";
    }
    if (type == LocalTime.class || name.startsWith("time")) {
      return "07:15";
    }
    return type == Instant.class ? "2026-10-10T00:15:00Z" : type == String.class ? "ten" : "1";
  }

  /// Everything of it that can be put wrong: the parts in braces first.
  List<String> places() {
    var places = new ArrayList<String>();
    Pattern.compile("\\{([A-Za-z]+)[^}]*}")
        .matcher(pattern)
        .results()
        .forEach(part -> places.add("{" + part.group(1) + "}"));
    places.addAll(fields.keySet());
    if (takesAFile) {
      places.addAll(Arrays.asList("file name", "file"));
    }
    return places;
  }
}
