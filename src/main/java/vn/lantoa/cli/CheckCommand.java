package vn.lantoa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lantoa.audience.AudienceConfig;
import vn.lantoa.calendar.CalendarConfig;
import vn.lantoa.campaign.Prices;
import vn.lantoa.channel.RouteCheck;
import vn.lantoa.common.Finding;
import vn.lantoa.content.ContentConfig;
import vn.lantoa.content.ContentFolderCheck;
import vn.lantoa.privacy.PrivacyConfig;

/// Looks through everything people write by hand, and says what is wrong by file and line.
@Command(
    name = "check",
    description = "Kiểm tra content/, routes/ và config/; báo lỗi theo tệp và dòng.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "Thư mục nội dung (mặc định: content).")
  private Path content = Path.of("content");

  @Option(names = "--routes", paramLabel = "DIR", description = "Thư mục tuyến (mặc định: routes).")
  private Path routes = Path.of("routes");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Thư mục cấu hình (mặc định: config).")
  private Path config = Path.of("config");

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(SettingsCheck.check(config));
    findings.addAll(ContentConfig.check(config));
    findings.addAll(CalendarConfig.check(config));
    findings.addAll(PrivacyConfig.check(config));
    findings.addAll(AudienceConfig.check(config));
    findings.addAll(Prices.check(config));
    findings.addAll(ContentFolderCheck.check(config, content));
    findings.addAll(RouteCheck.check(routes));
    findings.forEach(finding -> System.out.println(Words.of(finding)));
    long errors = findings.stream().filter(Finding::isError).count();
    System.out.println(
        errors == 0
            ? Words.of("cli.check.fine", (long) findings.size())
            : Words.of("cli.check.wrong", errors, findings.size() - errors));
    return errors == 0 ? 0 : 1;
  }
}
