package vn.lantoa.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What all senders share.
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  ProviderHttp providerHttp() {
    return new ProviderHttp();
  }
}
