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
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lantoa.security.Role;

/// Who may go where, and what browsers may do with our pages. Which unit's things a person may
/// touch is asked again in each controller ([vn.lantoa.security.Access]).
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  /// Nothing from elsewhere, no script or style inside a page.
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  /// What anybody may ask for. Everything else wants a login.
  static final String[] PUBLIC = {
    "/dang-nhap",
    "/ngon-ngu/**",
    "/hooks/**",
    "/u/**",
    "/rieng-tu",
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
            .deleteCookies("JSESSIONID"));
    // Providers and mail programs post there; they prove who they are by signature or token. What
    // the public asks about its data is checked by a person.
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**", "/u/**", "/rieng-tu"));
    var denied = new AccessDeniedHandlerImpl();
    http.exceptionHandling(errors ->
        errors.accessDeniedHandler((request, response, why) -> {
          // A login page left open over lunch has a stale token: ask again instead of refusing.
          if (why instanceof CsrfException && request.getRequestURI().equals("/dang-nhap")) {
            response.sendRedirect("/dang-nhap?het-phien");
          } else {
            denied.handle(request, response, why);
          }
        }));
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .crossOriginResourcePolicy(
                policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")));
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
