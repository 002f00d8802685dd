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
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import vn.lantoa.edge.HostCookies;
import vn.lantoa.edge.SessionCookie;
import vn.lantoa.login.Origin;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Who is let in at all. What each may do inside is asked at the [Gate].
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  @Bean
  SecurityFilterChain console(
      HttpSecurity http,
      Visitors visitors,
      Access access,
      SecondFactors factors,
      AuthenticationDetailsSource<HttpServletRequest, Origin> origins,
      Refused refused,
      FormTokens tokens,
      WantedPage wanted,
      HostCookies cookies,
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
            .addLogoutHandler((_, response, _) -> cookies.forget(response, SessionCookie.NAME)));
    http.addFilterBefore(new LoginGate(visitors, factors), AnonymousAuthenticationFilter.class);
    http.addFilterAfter(new PersonalTurns(visitors), LoginGate.class);
    // Providers and mail programs post there; they prove who they are by signature or token. What
    // the public asks about its data is checked by a person.
    http.csrf(csrf ->
        csrf.ignoringRequestMatchers("/hooks/**", "/u/**", "/rieng-tu")
            .csrfTokenRepository(tokens)
            // The account is part of the token: it changes at a login by itself.
            .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()));
    http.exceptionHandling(errors -> errors.accessDeniedHandler(new StaleForms(visitors, refused)));
    // Said on every answer, also where no request comes as far as here (vn.lantoa.edge).
    http.headers(HeadersConfigurer::disable);
    // Nothing is kept for who has not logged in.
    http.requestCache(cache -> cache.requestCache(wanted));
    return http.build();
  }

  /// Lets in whom the rule lets in now, whatever he might do when he logged in.
  private static AuthorizationManager<RequestAuthorizationContext> allowed(
      Visitors visitors, Predicate<Account> rule) {
    return (_, context) ->
        new AuthorizationDecision(visitors.of(context.getRequest()).filter(rule).isPresent());
  }
}
