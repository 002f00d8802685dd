package vn.lantoa.walk;

import static vn.lantoa.testing.Eventually.eventually;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.org.Outlets;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestWay;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.privacy.SubjectRequests.NewRequest;
import vn.lantoa.security.Accounts;
import vn.lantoa.testing.SamplePeople;
import vn.lantoa.testing.TestServer;

/// An office at work, so that every page has something to show: a campaign in each state, one of
/// them sent, its letters and its article, a person, a message of which nobody knows.
final class WalkExamples {

  private static final String COLUMN = "so";

  /// More than a page of a list holds.
  private static final int PEOPLE = 30;

  private final TestServer server;
  private final ConsoleExamples office;
  private final Campaigns campaigns;
  private final Actor officer;
  private final Actor approver;
  private final List<Long> shown = new ArrayList<>();
  private long removed;
  private long draft;
  private long request;

  private WalkExamples(TestServer server, ConsoleExamples office) {
    this.server = server;
    this.office = office;
    campaigns = server.get(Campaigns.class);
    var accounts = server.get(Accounts.class);
    officer = accounts.byUsername(ConsoleExamples.OFFICER).orElseThrow().actor();
    approver = accounts.byUsername(ConsoleExamples.APPROVER).orElseThrow().actor();
  }

  static WalkExamples fill(TestServer server) {
    eventually().until(() -> !server.get(ContentLibrary.class).items().isEmpty());
    var examples = new WalkExamples(server, ConsoleExamples.fill(server.context()));
    examples.people();
    examples.campaigns();
    examples.draft();
    UncertainExamples.fill(
        server.context(), examples.office.department().id(), "Nguyễn Thị Một", "Trần Văn Hai");
    return examples;
  }

  /// What to put for the part in braces, by the first part of the path.
  Map<String, List<String>> ids() {
    var everything = new Deliveries.Filter(office.department().id(), null, null, null, "");
    var deliveries = server.get(Deliveries.class).search(everything, null, PEOPLE * 4);
    var perState =
        deliveries.stream()
            .filter(one ->
                deliveries.stream().filter(two -> two.status() == one.status()).findFirst().get()
                    == one)
            .map(one -> String.valueOf(one.id()))
            .toList();
    return Map.of(
        "tai-khoan", List.of(String.valueOf(officer.accountId())),
        "chien-dich", shown.stream().map(String::valueOf).toList(),
        "noi-dung", List.of(ConsoleExamples.ITEM, ConsoleExamples.APPROVED_ITEM),
        "ban-nhap", List.of(String.valueOf(draft)),
        "dai", List.of(String.valueOf(office.ownStation().id())),
        "luot-gui", perState,
        "nguoi-nhan", List.of(String.valueOf(person("Phương Thảo")), String.valueOf(removed)),
        "du-lieu-ca-nhan", List.of(String.valueOf(person("Phương Thảo")), String.valueOf(request)),
        "don-vi",
            List.of(
                String.valueOf(office.commune().id()), String.valueOf(office.department().id())));
  }

  /// What the public sees.
  List<String> publicPaths() {
    var article = server.get(PortalPages.class).latest(COLUMN, 1).getFirst();
    var wayOut =
        server
            .get(UnsubscribeLinks.class)
            .url(Channel.EMAIL, "ai-do@mau.example.vn", office.department().id());
    return List.of(
        "/dang-nhap",
        "/rieng-tu",
        "/cong",
        "/cong/" + COLUMN,
        "/cong/" + COLUMN + "/" + article.slug(),
        URI.create(wayOut).getPath());
  }

  /// A letter as it lies in the inbox of the trial mode.
  String letter() {
    var letter = server.get(SandboxInbox.class).latest(Channel.EMAIL, 1).getFirst();
    return "/thu-nghiem/thu?luc="
        + letter.at()
        + "&toi="
        + URLEncoder.encode(letter.to(), StandardCharsets.UTF_8);
  }

  private void people() {
    server.get(Outlets.class).put(office.department().id(), Channel.PORTAL, COLUMN, "Cổng của sở");
    SamplePeople.add(server, office.commune().id(), "nguoi-dan", PEOPLE, officer);
    removed = person("Người thứ 29");
    server.get(Recipients.class).remove(removed);
    var asked =
        new NewRequest(
            RequestKind.ERASE,
            office.commune().id(),
            person("Phương Thảo"),
            server.now(),
            RequestWay.WEB,
            "",
            "");
    request = server.get(SubjectRequests.class).open(asked, officer);
  }

  private void draft() {
    var fields = Map.of("title", List.of("Viết dở"), "sms", List.of("Kính gửi ông/bà"));
    draft = server.get(SavedDrafts.class).begin(officer, "", fields);
  }

  private long person(String name) {
    return server.get(Recipients.class).search(office.commune().id(), name, 0, 1).getFirst().id();
  }

  private void campaigns() {
    var now = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).truncatedTo(ChronoUnit.SECONDS);
    var yearly = new Timing(now, Zones.VIETNAM, "0 0 8 10 10 *");
    var later = Timing.once(now.plusDays(9), Zones.VIETNAM);
    create("Hai đợt còn đang soạn", later, yearly);
    submit("Đang chờ phê duyệt", yearly);
    var returned = submit("Bị trả lại", yearly);
    campaigns.sendBack(returned.id(), returned.version(), "Thiếu căn cứ", approver);
    approve("Gửi hằng năm", yearly);
    var sent = approve("Đã gửi xong", Timing.once(now, Zones.VIETNAM));
    eventually().until(() -> campaigns.get(sent.id()).status() == CampaignStatus.FINISHED);
  }

  private Campaign approve(String name, Timing timing) {
    var waiting = submit(name, timing);
    return campaigns.approve(waiting.id(), campaigns.read(waiting.id()), approver);
  }

  private Campaign submit(String name, Timing timing) {
    return campaigns.submit(create(name, timing).id(), officer);
  }

  private Campaign create(String name, Timing... timings) {
    var waves = List.of(timings).stream().map(this::wave).toList();
    var draft = new CampaignDraft(office.department().id(), name, Purpose.NOTICE, waves);
    var campaign = campaigns.create(draft, officer);
    shown.add(campaign.id());
    return campaign;
  }

  private WaveDraft wave(Timing timing) {
    return new WaveDraft(
        ConsoleExamples.APPROVED_ITEM,
        new Segment(office.department().id(), Set.of()),
        List.of(Channel.SMS, Channel.EMAIL, Channel.PORTAL),
        timing,
        CampaignDraft.CATCH_UP,
        CampaignDraft.DEADLINE);
  }
}
