package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.lantoa.edge.HostCookies;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;

/// The languages, and what controllers may ask for.
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

  static final Locale VIETNAMESE = Locale.of("vi");
  static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

  private final Visitors visitors;
  private final ObjectProvider<Pages> pages;
  private final ObjectProvider<Gate> gate;
  private final Onlookers onlookers;

  // Pages need the whole of the frame, the gate all rooms, which are not there yet.
  ConsoleConfiguration(
      Visitors visitors,
      ObjectProvider<Pages> pages,
      ObjectProvider<Gate> gate,
      Onlookers onlookers) {
    this.visitors = visitors;
    this.onlookers = onlookers;
    this.pages = pages;
    this.gate = gate;
  }

  /// Vietnamese unless the reader chose otherwise; what his browser asks for does not count,
  /// because many officers' machines were set up in English by somebody else.
  @Bean
  static LocaleResolver localeResolver(HostCookies cookies) {
    var cookie = new CookieLocaleResolver(cookies.name("ngon-ngu"));
    cookie.setCookieSecure(cookies.areSecure());
    cookie.setDefaultLocale(VIETNAMESE);
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSameSite("Lax");
    cookie.setRejectInvalidCookies(false);
    return cookie;
  }

  /// Lax and not Strict: a link in an e-mail leads to the page, not to a second login.
  @Bean
  static CookieSameSiteSupplier sameSite() {
    return CookieSameSiteSupplier.ofLax();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new OfRequest<>(Account.class, request -> visitors.of(request).orElseThrow()));
    resolvers.add(new OfRequest<>(Ticket.class, request -> visitors.ticket(request).orElseThrow()));
    resolvers.add(new OfRequest<>(Page.class, request -> pages.getObject().of(request)));
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addFormatterForFieldAnnotation(new DayParameters());
    if (registry instanceof ConversionService conversions) {
      registry.addConverter(new NoBlanks(conversions));
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            return gate.getObject().preHandle(request, response, handler);
          }
        });
    registry.addInterceptor(onlookers);
  }

  /// A parameter of type [Account] is who sends the request, one of type [Ticket] his login, one of
  /// type [Page] the reader's language and all that goes with it.
  private record OfRequest<T>(Class<T> type, Function<HttpServletRequest, T> of)
      implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return of.apply(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
  }
}
