package vn.lantoa.console.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.webjars.WebJarVersionLocator;

/// Where styles, scripts and pictures are. Their addresses change with their content, so browsers
/// keep them for a year and still never show an old one.
@Component
final class Assets {

  private final WebJarVersionLocator webJars = new WebJarVersionLocator();
  private final Map<String, String> hrefs = new ConcurrentHashMap<>();
  private final List<String> styles = ofRooms("css/console/", ".css");
  private final List<String> scripts = ofRooms("js/console/", ".js");

  /// The style sheets of the console, one a room, that of the frame first.
  List<String> styles() {
    return styles;
  }

  /// The scripts of the console, likewise.
  List<String> scripts() {
    return scripts;
  }

  /// @param file `css/site.css`, or `webjar:htmx.org/dist/htmx.min.js`
  String href(String file) {
    return hrefs.computeIfAbsent(
        file, name -> name.startsWith("webjar:") ? webJar(name.substring(7)) : own(name));
  }

  private String webJar(String name) {
    int slash = name.indexOf('/');
    var path = webJars.path(name.substring(0, slash), name.substring(slash + 1));
    if (path == null) {
      throw new IllegalStateException("No such file in a WebJar: " + name);
    }
    return "/webjars/" + path;
  }

  private static String own(String name) {
    try (var content = new ClassPathResource("static/" + name).getInputStream()) {
      return "/" + name + "?v=" + DigestUtils.md5DigestAsHex(content).substring(0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ofRooms(String folder, String ending) {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:static/" + folder + "*" + ending);
      return Arrays.stream(files)
          .map(file -> folder + file.getFilename())
          .sorted(
              Comparator.comparing((String file) -> !file.equals(folder + "frame" + ending))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
