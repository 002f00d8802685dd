package vn.lantoa.channel.zalo;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.ZaloAccount;

@Configuration(proxyBeanMethods = false)
class ZaloConfiguration {

  @Bean
  ZaloTokens zaloTokens(
      ZaloAccount account, ProviderHttp http, @Value("${lantoa.data}") Path data) {
    return new ZaloTokens(account, http, data.resolve("zalo-token"));
  }
}
