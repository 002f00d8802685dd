package vn.lantoa.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.testing.TestServer;

/// Opens every page there is, once for whoever sees something of his own on it, in a real browser.
/// The pages are those the program itself says it has; what shows the same elements and fields to
/// another person, or of another thing, is no other page.
final class ConsoleWalk implements AutoCloseable {

  /// What a page is made of, whatever it says.
  private static final Pattern PART = Pattern.compile("<[a-z]+[0-9]?|(?: class| name)=\"[^\"]*\"");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /// Changes what one sees afterwards, and leads elsewhere.
  private static final String LANGUAGE = "/ngon-ngu/";

  private static final String LETTER = " letter";

  private final Playwright playwright = Playwright.create();
  private final Browser browser = ConsoleBrowser.launch(playwright);
  private final String home;
  private final List<Endpoint> endpoints;
  private final Map<String, List<String>> ids;
  private final Set<Endpoint> answered = new HashSet<>();
  private final Map<Endpoint, Set<String>> seen = new HashMap<>();

  ConsoleWalk(TestServer server, Map<String, List<String>> ids) {
    home = "http://localhost:" + server.context().getEnvironment().getProperty("local.server.port");
    this.ids = ids;
    var mappings =
        server
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    endpoints =
        Endpoint.all(mappings).stream()
            .filter(endpoint -> endpoint.method() == RequestMethod.GET)
            .toList();
  }

  /// A page that is open, and its source as it came.
  record Stop(String name, Page page, String html) {

    boolean isLetter() {
      return name.endsWith(LETTER);
    }
  }

  /// What nobody got an answer from.
  ///
  /// @param known addresses that are no pages
  List<Endpoint> unanswered(List<String> known) {
    return endpoints.stream()
        .filter(endpoint -> !answered.contains(endpoint))
        .filter(endpoint -> known.stream().noneMatch(endpoint::isMetBy))
        .toList();
  }

  Visitor visitor(String name) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(home)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(ConsoleBrowser.PATIENCE_MILLIS);
    return new Visitor(name, context);
  }

  private List<String> paths(Endpoint endpoint) {
    if (!endpoint.pattern().contains("{")) {
      return List.of(endpoint.pattern());
    }
    return ids.getOrDefault(endpoint.pattern().split("/")[1], List.of()).stream()
        .map(endpoint::path)
        .toList();
  }

  private boolean saysSomethingNew(Endpoint endpoint, String html) {
    var parts =
        PART.matcher(html)
            .results()
            .map(MatchResult::group)
            .map(part -> NUMBER.matcher(part).replaceAll("0"))
            .collect(Collectors.toSet());
    return seen.computeIfAbsent(endpoint, _ -> new HashSet<>()).addAll(parts);
  }

  @Override
  public void close() {
    playwright.close();
  }

  /// One person at one browser.
  final class Visitor {
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicReference<Response> answer = new AtomicReference<>();

    private Visitor(String name, BrowserContext context) {
      this.name = name;
      this.context = context;
      page = context.newPage();
      page.onLoad(_ -> loaded.incrementAndGet());
      page.onResponse(response -> {
        if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
          answer.set(response);
        }
      });
    }

    Visitor loggedIn() {
      open("/dang-nhap");
      page.fill("input[name=username]", name);
      page.fill("input[name=password]", ConsoleExamples.PASSWORD);
      press("main button[type=submit]");
      return this;
    }

    /// Every page the program shows this person, and that nobody was shown before.
    void everyPage(Consumer<Stop> look) {
      for (var endpoint : endpoints) {
        for (var path : paths(endpoint)) {
          if (!path.startsWith(LANGUAGE) && isWorthIt(endpoint, path)) {
            look.accept(open(path));
          }
        }
      }
    }

    Stop open(String path) {
      var stop = andWait(path, () -> page.navigate(path));
      if (answer.get().status() == 200) {
        note(path);
      }
      return stop;
    }

    /// A letter, which may do nothing where it lies, not even be looked at by a script; so it is
    /// opened elsewhere.
    Stop letter(String path) {
      var found = context.request().get(path, patiently());
      note(path);
      page.navigate("about:blank");
      page.setContent(found.text());
      return new Stop(name + LETTER, page, found.text());
    }

    /// What the button leads to, whatever is missing in its form.
    Stop press(String button) {
      return andWait(
          page.url().substring(home.length()) + " " + button,
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

    Page page() {
      return page;
    }

    private Stop andWait(String what, Runnable act) {
      int before = loaded.get();
      act.run();
      page.waitForCondition(() -> loaded.get() > before);
      page.waitForFunction("!document.querySelector('.htmx-request')");
      return new Stop(name + " " + what, page, answer.get().text());
    }

    private static RequestOptions patiently() {
      return RequestOptions.create().setTimeout(ConsoleBrowser.PATIENCE_MILLIS);
    }

    private void note(String path) {
      endpoints.stream().filter(one -> one.isMetBy(path)).forEach(answered::add);
    }

    private boolean isWorthIt(Endpoint endpoint, String path) {
      var found = context.request().get(path, patiently().setMaxRedirects(0));
      var html = found.status() == 200 ? found.text() : "";
      if (found.status() == 200) {
        answered.add(endpoint);
      }
      found.dispose();
      return html.contains("<html") && saysSomethingNew(endpoint, html);
    }
  }
}
