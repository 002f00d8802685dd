package vn.lantoa.console.frame;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import vn.lantoa.edge.HostCookies;
import vn.lantoa.edge.SessionCookie;
import vn.lantoa.security.Role;

/// Who may go where. Which unit's things a person may touch is asked again in each controller
/// ([vn.lantoa.security.Access]).
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  /// What anybody may ask for. Everything else wants a login.
  static final String[] PUBLIC = {
    "/dang-nhap",
    "/ngon-ngu/**",
    "/hooks/**",
    "/u/**",
    "/cong",
    "/cong/**",
    "/actuator/health",
    "/actuator/health/**",
    "/css/**",
    "/js/**",
    "/img/**",
    "/webjars/**",
    "/favicon.ico",
    "/robots.txt",
    "/error"
  };

  @Bean
  SecurityFilterChain console(
      HttpSecurity http,
      Visitors visitors,
      FormTokens tokens,
      WantedPage wanted,
      HostCookies cookies,
      AuthenticationSuccessHandler loggedIn,
      AuthenticationFailureHandler notLoggedIn)
      throws Exception {
    http.authorizeHttpRequests(requests -> {
      requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
      requests.requestMatchers(PUBLIC).permitAll();
      requests.requestMatchers("/actuator/**").access(new AnyRole(visitors, Set.of(Role.ADMIN)));
      for (var section : Nav.below()) {
        requests
            .requestMatchers(section.path() + "/**")
            .access(new AnyRole(visitors, section.roles()));
      }
      requests.anyRequest().access(new AnyRole(visitors, Set.of(Role.values())));
    });
    http.formLogin(form ->
        form.loginPage("/dang-nhap")
            .usernameParameter("username")
            .passwordParameter("password")
            .successHandler(loggedIn)
            .failureHandler(notLoggedIn));
    http.logout(logout ->
        logout
            .logoutUrl("/dang-xuat")
            .logoutSuccessUrl("/dang-nhap?da-thoat")
            .addLogoutHandler((_, response, _) -> cookies.forget(response, SessionCookie.NAME)));
    // Providers and mail programs post there; they prove who they are by signature or token.
    http.csrf(csrf ->
        csrf.ignoringRequestMatchers("/hooks/**", "/u/**")
            .csrfTokenRepository(tokens)
            // The account is part of the token: it changes at a login by itself.
            .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()));
    http.exceptionHandling(errors -> errors.accessDeniedHandler(new StaleForms(visitors)));
    // Said on every answer, also where no request comes as far as here (vn.lantoa.edge).
    http.headers(HeadersConfigurer::disable);
    // Nothing is kept for who has not logged in.
    http.requestCache(cache -> cache.requestCache(wanted));
    return http.build();
  }

  /// Lets in who has one of these roles in any unit now, whatever he had when he logged in.
  private record AnyRole(Visitors visitors, Set<Role> roles)
      implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public @Nullable AuthorizationResult authorize(
        Supplier<? extends @Nullable Authentication> authentication,
        RequestAuthorizationContext context) {
      return new AuthorizationDecision(
          visitors
              .of(authentication.get())
              .filter(who -> roles.stream().anyMatch(who::has))
              .isPresent());
    }
  }
}
