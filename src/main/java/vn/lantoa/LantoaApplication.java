package vn.lantoa;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Everything that runs: the modules of this package, wired by Spring. Started by
/// `vn.lantoa.cli.Lantoa`.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LantoaApplication {}
