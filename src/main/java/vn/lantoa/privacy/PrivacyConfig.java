package vn.lantoa.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

/// The file this module is configured by. A faulty one stops the start.
@Configuration(proxyBeanMethods = false)
public class PrivacyConfig {

  @Bean
  RetentionRules retentionRules(PrivacySettings settings, List<Perishable> perishables) {
    return RetentionRules.read(
        settings.retention(),
        perishables.stream().map(Perishable::kind).collect(Collectors.toSet()));
  }

  /// What is wrong with the file, for `lantoa check`.
  ///
  /// @param configDir the directory that holds it
  public static List<Finding> check(Path configDir) {
    try {
      RetentionRules.read(configDir.resolve("retention.yaml"));
      return List.of();
    } catch (FaultyFile e) {
      return List.of(e.finding());
    }
  }
}
