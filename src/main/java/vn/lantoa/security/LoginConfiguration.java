package vn.lantoa.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// How a name and a password become a login.
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  UserDetailsService userDetailsService(JdbcClient jdbc) {
    return username ->
        jdbc.sql("select username, password_hash, active from account where username = :username")
            .param("username", JdbcAccounts.canonical(username))
            .query((row, _) ->
                User.withUsername(row.getString("username"))
                    .password(row.getString("password_hash"))
                    .disabled(!row.getBoolean("active"))
                    // Roles are asked of the account at each request, not kept in the session.
                    .authorities("LOGGED_IN")
                    .build())
            .optional()
            .orElseThrow(() -> new UsernameNotFoundException("unknown"));
  }

  /// Checks the throttle first. An unknown name takes as long as a known one: the provider compares
  /// against a password of its own then.
  @Bean
  AuthenticationProvider authenticationProvider(
      UserDetailsService users, PasswordEncoder encoder, LoginThrottle throttle) {
    var passwords = new DaoAuthenticationProvider(users);
    passwords.setPasswordEncoder(encoder);
    return new Throttled(passwords, throttle);
  }

  private record Throttled(DaoAuthenticationProvider passwords, LoginThrottle throttle)
      implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication login) throws AuthenticationException {
      var address =
          login.getDetails() instanceof WebAuthenticationDetails details
              ? details.getRemoteAddress()
              : "local";
      throttle
          .wait(login.getName(), address)
          .ifPresent(wait -> {
            throw new TooManyTries(wait);
          });
      try {
        var authenticated = passwords.authenticate(login);
        throttle.succeeded(login.getName());
        return java.util.Objects.requireNonNull(authenticated);
      } catch (AuthenticationException e) {
        throttle.failed(login.getName(), address);
        throw new BadCredentialsException("refused", e);
      }
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return passwords.supports(authentication);
    }
  }
}
