package vn.lantoa.lab.bench;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/// Stops the time of every claim that found something, and of every look behind the claims, from
/// outside: with its connection and its commit, as the pump waits for it. Laid round the queue in a
/// bench only.
final class ClaimTimes implements MethodInterceptor {

  private static final String LOOK = "claimBehind";

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final Queue<Long> looks = new ConcurrentLinkedQueue<>();

  @Override
  public @Nullable Object invoke(MethodInvocation claim) throws Throwable {
    long start = System.nanoTime();
    var claimed = claim.proceed();
    long took = System.nanoTime() - start;
    if (claim.getMethod().getName().equals(LOOK)) {
      looks.add(took);
    } else if (claimed instanceof Collection<?> found && !found.isEmpty()) {
      nanos.add(took);
    }
    return claimed;
  }

  /// Of the claims since this was asked last.
  Durations since() {
    return since(nanos);
  }

  /// Of the looks behind them since this was asked last.
  Durations looksSince() {
    return since(looks);
  }

  private static Durations since(Queue<Long> nanos) {
    var times = List.copyOf(nanos);
    nanos.clear();
    return Durations.ofNanos(times);
  }

  static final class Beans {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ClaimTimes claimTimes() {
      return new ClaimTimes();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor claimsAreTimed(ClaimTimes times) {
      var claims = new NameMatchMethodPointcut().addMethodName("claim").addMethodName(LOOK);
      claims.setClassFilter(
          type -> type.getName().startsWith("vn.lantoa.delivery.JdbcDeliveryQueue"));
      return new DefaultPointcutAdvisor(claims, times);
    }
  }
}
