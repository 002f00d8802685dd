package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Requests that make no sense: a browser gets a page in words; other programs get the problem
/// detail that the framework writes.
@ControllerAdvice
@Order(-1)
class BrowserErrors {

  @ExceptionHandler(
      exception = {
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        ServletRequestBindingException.class,
        MultipartException.class,
        ResponseStatusException.class
      },
      produces = MediaType.TEXT_HTML_VALUE)
  void senseless(Exception error, HttpServletResponse response) throws IOException {
    response.sendError(error instanceof ErrorResponse known ? known.getStatusCode().value() : 400);
  }

  /// `/dai/abc`: there is no such thing, rather than a bad request.
  @ExceptionHandler(exception = TypeMismatchException.class, produces = MediaType.TEXT_HTML_VALUE)
  void noSuchThing(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
