package vn.lantoa.content;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param vocabulary topics and audiences, with their labels
/// @param lint what lint knows about the world: closed portals, words that are no longer true
@ConfigurationProperties("lantoa.content")
record ContentSettings(
    @DefaultValue("config/vocabulary.yaml") Path vocabulary,
    @DefaultValue("config/lint.yaml") Path lint) {}
