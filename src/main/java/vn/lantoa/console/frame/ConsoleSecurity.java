package vn.lantoa.console.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lantoa.login.Origin;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Who is let in at all, and what browsers may do with our pages. What each may do inside is asked
/// at the [Gate].
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  /// Nothing from elsewhere, no script or style inside a page.
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  @Bean
  SecurityFilterChain console(
      HttpSecurity http,
      Visitors visitors,
      Access access,
      SecondFactors factors,
      AuthenticationDetailsSource<HttpServletRequest, Origin> origins,
      Refused refused,
      AuthenticationSuccessHandler loggedIn,
      AuthenticationFailureHandler notLoggedIn,
      LogoutHandler leaving)
      throws Exception {
    http.authorizeHttpRequests(requests -> {
      requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
      requests.requestMatchers(PublicPaths.patterns()).permitAll();
      requests
          .requestMatchers("/actuator/**")
          .access(allowed(visitors, account -> access.has(account, Permission.OPERATE)));
      // What the page or the act needs beyond that is asked at the Gate.
      requests.anyRequest().access(allowed(visitors, _ -> true));
    });
    http.formLogin(form ->
        form.loginPage("/dang-nhap")
            .usernameParameter("username")
            .passwordParameter("password")
            .authenticationDetailsSource(origins)
            .successHandler(loggedIn)
            .failureHandler(notLoggedIn));
    http.logout(logout ->
        logout
            .logoutUrl("/dang-xuat")
            .addLogoutHandler(leaving)
            .logoutSuccessUrl("/dang-nhap?da-thoat")
            .deleteCookies("JSESSIONID"));
    http.addFilterBefore(new LoginGate(visitors, factors), AnonymousAuthenticationFilter.class);
    // Providers and mail programs post there; they prove who they are by signature or token.
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**", "/u/**"));
    var denied = new AccessDeniedHandlerImpl();
    http.exceptionHandling(errors ->
        errors.accessDeniedHandler((request, response, why) -> {
          // A login page left open over lunch has a stale token: ask again instead of refusing.
          if (why instanceof CsrfException && request.getRequestURI().equals("/dang-nhap")) {
            response.sendRedirect("/dang-nhap?het-phien");
          } else {
            refused.access(request, why instanceof CsrfException ? "no-token" : "no-role");
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

  /// Lets in whom the rule lets in now, whatever he might do when he logged in.
  private static AuthorizationManager<RequestAuthorizationContext> allowed(
      Visitors visitors, Predicate<Account> rule) {
    return (_, context) ->
        new AuthorizationDecision(visitors.of(context.getRequest()).filter(rule).isPresent());
  }
}
