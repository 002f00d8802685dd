package vn.lantoa.walk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.Endpoint;

/// One person at one browser.
final class PageVisitor {
  private static final String LETTER = " letter";

  private final String name;
  private final BrowserContext context;
  private final KnownPages pages;
  private final Page page;
  private final AtomicInteger loaded = new AtomicInteger();
  private final AtomicReference<Response> answer = new AtomicReference<>();

  /// A page that is open, and its source as it came.
  record Stop(String name, Page page, String html) {

    boolean isLetter() {
      return name.endsWith(LETTER);
    }
  }

  PageVisitor(String name, BrowserContext context, KnownPages pages) {
    this.name = name;
    this.context = context;
    this.pages = pages;
    page = context.newPage();
    page.onLoad(_ -> loaded.incrementAndGet());
    page.onResponse(response -> {
      if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
        answer.set(response);
      }
    });
  }

  PageVisitor loggedIn() {
    open("/dang-nhap");
    page.fill("input[name=username]", name);
    page.fill("input[name=password]", ConsoleExamples.PASSWORD);
    press("main button[type=submit]");
    return this;
  }

  /// Every page the program shows this person, and that nobody was shown before.
  void everyPage(Consumer<Stop> look) {
    for (var endpoint : pages.endpoints()) {
      for (var path : pages.paths(endpoint)) {
        if (isWorthIt(endpoint, path)) {
          look.accept(open(path));
        }
      }
    }
  }

  Stop open(String path) {
    return andWait(path, () -> page.navigate(path));
  }

  /// A letter, which may do nothing where it lies, not even be looked at by a script; so it is
  /// opened elsewhere.
  Stop letter(String path) {
    var found = context.request().get(path, patiently());
    pages.answered(path);
    return show(LETTER, found.text());
  }

  /// A page of its own.
  Stop show(String what, String html) {
    page.navigate("about:blank");
    page.setContent(html);
    return new Stop(name + what, page, html);
  }

  /// What the button leads to, whatever is missing in its form.
  Stop press(String button) {
    return andWait(
        path() + " " + button,
        () ->
            page.evaluate(
                """
                (selector) => {
                  const button = document.querySelector(selector);
                  button.form.noValidate = true;
                  button.form.dataset.confirmed = "yes";
                  setTimeout(() => button.form.requestSubmit(button));
                }
                """,
                button));
  }

  /// What choosing a file leads to, where it is looked at at once.
  Stop upload(String field, FilePayload file) {
    return andWait(path() + " " + file.name, () -> page.setInputFiles(field, file));
  }

  /// Where one is.
  String path() {
    return URI.create(page.url()).getPath();
  }

  Page page() {
    return page;
  }

  private Stop andWait(String what, Runnable act) {
    int before = loaded.get();
    act.run();
    page.waitForCondition(() -> loaded.get() > before);
    page.waitForFunction("!document.querySelector('.htmx-request')");
    if (answer.get().status() == 200) {
      pages.answered(path());
    }
    return new Stop(name + " " + what, page, answer.get().text());
  }

  private static RequestOptions patiently() {
    return RequestOptions.create().setTimeout(ConsoleBrowser.PATIENCE_MILLIS);
  }

  private boolean isWorthIt(Endpoint endpoint, String path) {
    var found = context.request().get(path, patiently().setMaxRedirects(0));
    var html = found.status() == 200 ? found.text() : "";
    if (found.status() == 200) {
      pages.answered(path);
    }
    found.dispose();
    return html.contains("<html") && pages.isNew(endpoint, html);
  }
}
