package vn.lantoa.channel;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What all senders share.
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  ProviderHttp providerHttp(InstantSource clock) {
    return new ProviderHttp(clock);
  }
}
