package vn.lantoa.channel.facebook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.FacebookAccount;

@Configuration(proxyBeanMethods = false)
class FacebookConfiguration {

  @Bean
  FacebookAccount configuredFacebookAccount(FacebookSettings settings) {
    return new FacebookAccount(settings.baseUrl(), settings.pageTokens(), settings.token());
  }
}
