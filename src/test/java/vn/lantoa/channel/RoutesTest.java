package vn.lantoa.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.Outlets;
import vn.lantoa.report.Funnels;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

class RoutesTest {

  private static final Path ROUTES = Path.of("routes");

  /// The whole of a new channel: this file and a few settings.
  private static final String NOTICE_BOARD =
      """
      # Writes each notice to a file that the notice board's screen shows.
      - route:
          id: deliver-bang-tin
          description: Đưa tin lên bảng tin điện tử
          routeConfigurationId: delivery-errors
          from:
            uri: direct
            parameters:
              name: deliver-bang-tin
            steps:
              - removeHeaders:
                  pattern: "*"
                  excludePattern: "Lantoa*"
              - setHeader:
                  name: CamelFileName
                  expression:
                    simple:
                      expression: "${header.LantoaDeliveryId}.txt"
              - to:
                  uri: file
                  parameters:
                    directoryName: "{{bang-tin.folder}}"
                    tempFileName: "${file:name}.part"
              - bean:
                  ref: outcome
                  method: delivered
      """;

  @TempDir private Path folder;

  @Test
  void everyRouteFileIsAsWeWantIt() {
    assertThat(RouteCheck.check(ROUTES)).isEmpty();
  }

  @Test
  void aFileThatIsBrokenIsNamedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("x.camel.yaml"), "# Broken.\n- route:\n    id: [x\n");

    assertThat(RouteCheck.check(folder))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.file()).endsWith("x.camel.yaml");
          assertThat(finding.line()).isPositive();
        });
  }

  @Test
  void aChannelNeedsNoJavaAndAThrottleOnlyASetting() throws IOException {
    var routes = Files.createDirectory(folder.resolve("routes"));
    try (var files = Files.list(ROUTES)) {
      for (var file : files.toList()) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
    Files.writeString(routes.resolve("bang-tin.camel.yaml"), NOTICE_BOARD);
    var board = folder.resolve("board");
    var settings =
        Map.of(
            "lantoa.camel.routes", routes.toString(),
            "bang-tin.folder", board.toString(),
            "lantoa.channels.bang-tin.target", "outlet",
            "lantoa.channels.bang-tin.rendition", "portal",
            "lantoa.channels.bang-tin.enabled", "true",
            "lantoa.channels.bang-tin.per-second", "5",
            "lantoa.channels.bang-tin.workers", "1",
            "lantoa.channels.bang-tin.lease", "60s",
            "lantoa.channels.bang-tin.max-attempts", "3");
    try (var server = TestServer.start(settings)) {
      var units = SampleUnits.fill(server, 1);
      var channel = new Channel("bang-tin");
      server.get(Outlets.class).put(units.department().id(), channel, "sanh-1", "Bảng tin sảnh");
      var campaign = sendNow(server, units, channel);

      eventually()
          .until(() ->
              server.get(Funnels.class).ofCampaign(campaign).values().stream()
                  .anyMatch(funnel -> funnel.delivered() == 1));

      try (var written = Files.list(board)) {
        assertThat(written.toList())
            .singleElement()
            .satisfies(file -> assertThat(Files.readString(file)).contains("Ngày Chuyển đổi số"));
      }
    }
  }

  private static long sendNow(TestServer server, SampleUnits units, Channel channel) {
    var item = "ngay-10-10-loi-moi";
    var library = server.get(ContentLibrary.class);
    eventually().until(() -> library.find(item).isPresent());
    library.approve(item, library.get(item).current().hash(), units.approver());
    // At ten in the morning: a new channel keeps the quiet hours of others.
    var ten = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).plusDays(1).withHour(10);
    var campaigns = server.get(Campaigns.class);
    var draft =
        new CampaignDraft(
            units.department().id(),
            "Bảng tin",
            Purpose.NOTICE,
            List.of(
                new CampaignDraft.WaveDraft(
                    item,
                    new Segment(units.department().id(), Set.of()),
                    List.of(channel),
                    Timing.once(ten, Zones.VIETNAM),
                    CampaignDraft.CATCH_UP,
                    CampaignDraft.DEADLINE)));
    var campaign = campaigns.submit(campaigns.create(draft, units.officer()).id(), units.officer());
    campaigns.approve(campaign.id(), campaigns.read(campaign.id()), units.approver());
    server.moveTo(ten.plusMinutes(1).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    return campaign.id();
  }
}
