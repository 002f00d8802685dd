package vn.lantoa.channel.telegram;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.TelegramBot;

@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

  @Bean
  TelegramBot configuredTelegramBot(TelegramSettings settings) {
    return new TelegramBot(settings.baseUrl(), settings.token());
  }
}
