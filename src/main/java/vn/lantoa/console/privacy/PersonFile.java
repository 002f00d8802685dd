package vn.lantoa.console.privacy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.console.frame.Page;
import vn.lantoa.privacy.Holding;

/// Everything that is held of a person as one file: a page for him to read, and the same for a
/// machine, so that he may take it elsewhere.
@Component
class PersonFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PersonFile.class.getClassLoader(), "vn.lantoa.template");

  /// @return a ZIP with `du-lieu.html` and `du-lieu.json`
  byte[] of(long id, List<Holding> held, Page page) {
    var html = new StringOutput();
    templates.render(
        "console/privacy/file.jte",
        Map.<String, Object>of("page", page, "id", id, "held", HeldView.of(held, page)),
        html);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, "du-lieu.html", html.toString());
      put(zip, "du-lieu.json", JSON.writeValueAsString(json(held)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static Map<String, Object> json(List<Holding> held) {
    var all = new LinkedHashMap<String, Object>();
    for (var holding : held) {
      var rows = new ArrayList<Map<String, @Nullable Object>>();
      for (var row : holding.rows()) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < row.size(); i++) {
          var value = row.get(i);
          named.put(
              holding.fields().get(i),
              value instanceof Number || value == null ? value : value.toString());
        }
        rows.add(named);
      }
      all.put(holding.kind(), rows);
    }
    return all;
  }
}
