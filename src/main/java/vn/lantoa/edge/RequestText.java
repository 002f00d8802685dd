package vn.lantoa.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.common.Refusal;

/// Refuses what cannot be text, or is longer than its field, before anybody works with it: a
/// database does not take U+0000, a letter no line end in a name, a page no name of 300 kB.
/// Addresses and headers with such characters come no further than Tomcat.
@Component
@Order(Steps.TEXT)
final class RequestText extends OncePerRequestFilter {

  private static final int LONGEST_FILE_NAME = 255;

  private final List<AnyText> exempt;

  RequestText(List<AnyText> exempt) {
    this.exempt = List.copyOf(exempt);
  }

  private record Wrong(int status, Refusal why) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wrong =
        exempt.stream().anyMatch(any -> any.isFor(request))
            ? Optional.<Wrong>empty()
            : wrong(request);
    if (wrong.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      RefusedRequest.answer(request, response, wrong.get().status(), wrong.get().why());
    }
  }

  private static Optional<Wrong> wrong(HttpServletRequest request)
      throws IOException, ServletException {
    try {
      return request.getParameterMap().entrySet().stream()
          .flatMap(field ->
              List.of(field.getValue()).stream().map(value -> wrong(field.getKey(), value)))
          .flatMap(Optional::stream)
          .findFirst()
          .or(() -> wrongFile(request));
    } catch (InvalidParameterException e) {
      // Too many of them, too long, or not what a form looks like.
      return Optional.of(new Wrong(e.getErrorCode(), new Refusal("request.unreadable")));
    } catch (InvalidFileNameException _) {
      return bad(new Refusal("request.file-name"));
    } catch (IllegalStateException _) {
      // The texts among the files of a form are too long.
      return tooLarge();
    }
  }

  private static Optional<Wrong> wrong(String name, String value) {
    var kind = FieldKind.of(name);
    if (name.length() > FieldKind.NAME.longest() || Unprintable.isIn(name) || !kind.takes(value)) {
      return bad(new Refusal("request.characters"));
    }
    return value.length() > kind.longest()
        ? bad(new Refusal("request.field-too-long", (long) kind.longest()))
        : Optional.empty();
  }

  private static Optional<Wrong> wrongFile(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return Optional.empty();
    }
    try {
      return request.getParts().stream()
              .map(part -> Objects.requireNonNullElse(part.getSubmittedFileName(), ""))
              .anyMatch(name -> name.length() > LONGEST_FILE_NAME || Unprintable.isIn(name))
          ? bad(new Refusal("request.file-name"))
          : Optional.empty();
    } catch (IllegalStateException _) {
      return tooLarge();
    } catch (IOException | ServletException _) {
      return bad(new Refusal("request.unreadable"));
    }
  }

  private static Optional<Wrong> tooLarge() {
    return Optional.of(
        new Wrong(
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, new Refusal("request.unreadable")));
  }

  private static Optional<Wrong> bad(Refusal why) {
    return Optional.of(new Wrong(HttpServletResponse.SC_BAD_REQUEST, why));
  }
}
