package vn.lantoa.campaign;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The file plans are reckoned with. A faulty one stops the start.
@Configuration(proxyBeanMethods = false)
class CampaignConfig {

  @Bean
  Prices prices(@Value("${lantoa.prices:config/prices.yaml}") Path file) {
    return Prices.read(file);
  }
}
