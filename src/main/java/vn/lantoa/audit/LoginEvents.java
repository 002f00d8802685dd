package vn.lantoa.audit;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import vn.lantoa.security.TooManyTries;

/// The framework tells of the failures it knows; that somebody has to wait is one of ours.
@Configuration(proxyBeanMethods = false)
class LoginEvents {

  @Bean
  AuthenticationEventPublisher authenticationEventPublisher(ApplicationEventPublisher events) {
    var publisher = new DefaultAuthenticationEventPublisher(events);
    publisher.setAdditionalExceptionMappings(
        Map.of(TooManyTries.class, AuthenticationFailureLockedEvent.class));
    return publisher;
  }
}
