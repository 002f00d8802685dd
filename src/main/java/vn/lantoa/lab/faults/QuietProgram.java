package vn.lantoa.lab.faults;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import vn.lantoa.LantoaApplication;

/// The program in the bench's own process, with everything that fires, claims, sends and sweeps
/// switched off: that is for the nodes of a trial alone.
final class QuietProgram {

  private QuietProgram() {}

  /// @param settings of the nodes; it adds its own
  static ConfigurableApplicationContext start(Path data, Map<String, Object> settings) {
    var all = new LinkedHashMap<>(settings);
    all.put("lantoa.data", data);
    all.put("server.port", 0);
    all.put("lantoa.db.pool-size", 5);
    all.put("spring.quartz.auto-startup", false);
    all.put("logging.level.root", "ERROR");
    all.put("logging.level.vn.lantoa", "OFF");
    var application = new SpringApplication(LantoaApplication.class);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    var program =
        application.run(
            all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    quieten(program);
    return program;
  }

  private static void quieten(ConfigurableApplicationContext program) {
    program.getBeansOfType(SmartLifecycle.class).values().stream()
        .filter(bean -> bean.getClass().getName().startsWith("vn.lantoa.delivery"))
        .forEach(SmartLifecycle::stop);
    program.getBean(ScheduledAnnotationBeanPostProcessor.class).destroy();
  }
}
