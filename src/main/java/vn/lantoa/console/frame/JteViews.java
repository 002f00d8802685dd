package vn.lantoa.console.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Names of views are names of templates: `content/list` is `src/main/jte/content/list.jte`,
/// compiled with the rest of the code. Each gets the parts of the model it asks for, and its
/// [Page].
@Component
final class JteViews implements ViewResolver, Ordered {

  private static final String CONTENT_TYPE = "text/html;charset=UTF-8";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), "vn.lantoa.template");
  private final Pages pages;

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return name.startsWith("redirect:") || !templates.hasTemplate(template)
        ? null
        : new JteView(template);
  }

  @Override
  public int getOrder() {
    // Before Spring's own resolver, which would take every name for the path of a JSP.
    return Ordered.LOWEST_PRECEDENCE - 100;
  }

  private final class JteView implements View {

    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return CONTENT_TYPE;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var arguments = new HashMap<String, Object>();
      var wanted = templates.getParamInfo(template).keySet();
      if (model != null) {
        model.forEach((name, value) -> {
          if (wanted.contains(name)) {
            arguments.put(name, value);
          }
        });
      }
      arguments.put("page", pages.of(request));
      // Whole before it leaves, so that a mistake in a template ends in an error page and not in
      // half a page.
      var output = new Utf8ByteOutput();
      templates.render(template, arguments, output);
      response.setContentType(CONTENT_TYPE);
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
