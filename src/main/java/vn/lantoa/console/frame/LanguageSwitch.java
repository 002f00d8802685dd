package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.LocaleResolver;

/// Vietnamese or English, kept in a cookie.
@Controller
class LanguageSwitch {

  private final LocaleResolver locales;

  LanguageSwitch(LocaleResolver locales) {
    this.locales = locales;
  }

  @GetMapping("/ngon-ngu/{language}")
  String choose(
      @PathVariable String language, HttpServletRequest request, HttpServletResponse response) {
    var locale = Locale.of(language);
    if (ConsoleConfiguration.LANGUAGES.contains(locale)) {
      locales.setLocale(request, response, locale);
    }
    return "redirect:" + Refusals.cameFrom(request);
  }
}
