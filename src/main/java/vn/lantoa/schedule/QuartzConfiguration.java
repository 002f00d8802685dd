package vn.lantoa.schedule;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/// Quartz as a clustered store in our own database. It joins our transactions, so a trigger exists
/// exactly when the approval that made it does.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QuartzConfiguration {

  /// More than there are methods with a schedule.
  private static final int TASKS = 24;

  /// For what runs every few seconds. On one thread, a provider that does not answer a look-up, or
  /// a dead connection, would hold up the heartbeat and what depends on it.
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadFactory(Thread.ofVirtual().name("task-", 1).factory());
    scheduler.setPoolSize(TASKS);
    scheduler.setErrorHandler(new ScheduledTrouble());
    return scheduler;
  }

  @Bean
  SchedulerFactoryBeanCustomizer clustered(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      // Two programs in one process, which only trials have, must not share a name.
      @Value("${lantoa.schedule.name:lantoa}") String name) {
    var quartz = new Properties();
    quartz.setProperty("org.quartz.scheduler.instanceName", name);
    quartz.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    quartz.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    quartz.setProperty("org.quartz.jobStore.isClustered", "true");
    quartz.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    // Job data are strings: nothing is ever deserialised from the database.
    quartz.setProperty("org.quartz.jobStore.useProperties", "true");
    // Without it two nodes can fire the same trigger (quartz-scheduler/quartz#107).
    quartz.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    quartz.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    quartz.setProperty("org.quartz.threadPool.threadCount", "3");
    return factory -> {
      factory.setQuartzProperties(quartz);
      factory.setDataSource(dataSource);
      factory.setTransactionManager(transactions);
      factory.setWaitForJobsToCompleteOnShutdown(true);
      // After the routes, so that an early tick finds them.
      factory.setPhase(Integer.MAX_VALUE - 100);
    };
  }
}
