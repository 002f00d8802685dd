package vn.lantoa.audience;

import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

/// The file this module is configured by. A faulty one stops the start.
@Configuration(proxyBeanMethods = false)
public class AudienceConfig {

  @Bean
  ConsentTexts consentTexts(
      @Value("${lantoa.privacy.consent-texts:config/consent-texts.yaml}") Path file) {
    return ConsentTexts.read(file);
  }

  /// What is wrong with the file, for `lantoa check`.
  ///
  /// @param configDir the directory that holds it
  public static List<Finding> check(Path configDir) {
    try {
      ConsentTexts.read(configDir.resolve("consent-texts.yaml"));
      return List.of();
    } catch (FaultyFile e) {
      return List.of(e.finding());
    }
  }
}
