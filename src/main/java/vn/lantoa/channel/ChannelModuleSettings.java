package vn.lantoa.channel;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param routes the folder of the route files
@ConfigurationProperties("lantoa.camel")
record ChannelModuleSettings(@DefaultValue("routes") Path routes) {}
