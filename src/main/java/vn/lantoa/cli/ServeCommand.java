package vn.lantoa.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lantoa.common.Actor;
import vn.lantoa.login.FirstPasswordFile;
import vn.lantoa.login.ReadableSecrets;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;
import vn.lantoa.watch.Watch;

/// Runs the server until it is told to stop.
@Command(name = "serve", description = "Chạy máy chủ Lan Tỏa.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final String ADMIN = "quan-tri";

  @Mixin private ServerOptions options = new ServerOptions();

  private final Ending ending = new Ending();

  @Override
  public Integer call() {
    options.followParent();
    ending.comesBySignal();
    var server = Server.start(options.settings(), ending, DemoFolder::refuseDemo, _ -> {});
    try {
      welcome(server);
      new Herald(
              server.getBean(Watch.class),
              server.getBean(InstantSource.class),
              Console.url(server.getEnvironment()))
          .speak(ending);
    } catch (RuntimeException e) {
      ending.awaitIfBegun();
      throw e;
    }
    Ending.await();
    return 0;
  }

  private static void welcome(ConfigurableApplicationContext server) {
    var environment = server.getEnvironment();
    System.out.println(Words.of("cli.serve.running", Console.url(environment)));
    if (environment.getProperty("lantoa.sandbox.enabled", Boolean.class, false)) {
      System.out.println(Words.of("cli.serve.sandbox"));
    }
    firstAccount(server, environment);
    System.out.println(Words.of("cli.serve.stop"));
  }

  /// On an empty database somebody must be able to log in: an administrator with a password in a
  /// file that only who runs the server can read. Nobody used it in its 72 hours: there is another.
  private static void firstAccount(ConfigurableApplicationContext server, Environment environment) {
    var accounts = server.getBean(Accounts.class);
    var file = server.getBean(FirstPasswordFile.class);
    var password = server.getBean(ReadableSecrets.class).password();
    if (accounts.isEmpty()) {
      addFirst(server, environment, password);
    } else if (file.exists() && isOver(accounts, server.getBean(InstantSource.class))) {
      accounts.resetPassword(accounts.byUsername(ADMIN).orElseThrow().id(), password, Actor.SYSTEM);
    } else {
      return;
    }
    System.out.println(Words.of("cli.serve.first-account", ADMIN, file.write(ADMIN, password)));
  }

  private static boolean isOver(Accounts accounts, InstantSource clock) {
    return accounts.credential(ADMIN).filter(one -> one.isOver(clock.instant())).isPresent();
  }

  private static void addFirst(
      ConfigurableApplicationContext server, Environment environment, String password) {
    var units = server.getBean(OrgUnits.class);
    var root =
        units.all().stream()
            .findFirst()
            .orElseGet(() ->
                units.add(
                    null,
                    Kind.DEPARTMENT,
                    "GOC",
                    environment.getProperty("lantoa.unit-name", "Đơn vị của tôi"),
                    LocalDate.of(2025, 7, 1)));
    var first =
        server
            .getBean(Accounts.class)
            .add(
                ADMIN,
                "Quản trị viên",
                null,
                password,
                true,
                List.of(new Grant(Role.ADMIN, root.id()), new Grant(Role.OPERATOR, root.id())));
    server
        .getBean(AuditTrail.class)
        .record(Actor.SYSTEM, "account.create", "account:" + first.id(), ADMIN);
  }
}
