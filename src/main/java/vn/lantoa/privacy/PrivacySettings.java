package vn.lantoa.privacy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param retention how long each kind of data is kept
/// @param officer who answers for personal data, as people are told: name, telephone, e-mail;
///   empty: nobody is named
@ConfigurationProperties("lantoa.privacy")
public record PrivacySettings(
    @DefaultValue("config/retention.yaml") Path retention, @DefaultValue("") String officer) {}
