package vn.lantoa.testing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Segment;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentExamples;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.schedule.WaveDue;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department of its own for one test, so that tests can share a server: its people, an item of
/// the library, and campaigns as far on their way as the test needs them.
public final class Department {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestServer server;
  private final int number = NUMBER.incrementAndGet();
  private final OrgUnit unit;
  private final Actor officer;
  private final Actor approver;
  private int phones;

  private Department(TestServer server) {
    this.server = server;
    unit = unit(null, OrgUnit.Kind.DEPARTMENT, "Sở " + number);
    officer = account("can-bo-" + number, Role.OFFICER);
    approver = account("nguoi-duyet-" + number, Role.APPROVER);
  }

  public static Department in(TestServer server) {
    return new Department(server);
  }

  public OrgUnit unit() {
    return unit;
  }

  public Actor officer() {
    return officer;
  }

  public Actor approver() {
    return approver;
  }

  public String itemId() {
    return "bai-so-" + number;
  }

  public OrgUnit school(String name) {
    return unit(unit.id(), OrgUnit.Kind.SCHOOL, name);
  }

  public Station station(OrgUnit school, @Nullable String email) {
    return server
        .get(Stations.class)
        .put(
            school.id(),
            Station.Kind.SCHOOL_RADIO,
            "Phát thanh " + school.name() + " " + number,
            email,
            200,
            List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 15)));
  }

  /// A telephone number nobody else has.
  public String phone() {
    return "+8430%03d%04d".formatted(number, ++phones);
  }

  /// A parent of the department who agreed to text messages.
  public void person(String phone) {
    person(called(phone), "phu-huynh", phone, "phiếu");
  }

  /// Not by the whole number: no text is made for a name that holds one.
  private static String called(String phone) {
    return "Người " + phone.substring(phone.length() - 9);
  }

  /// So many parents who agreed to text messages.
  public void people(int count) {
    people(count, "phu-huynh");
  }

  public void people(int count, String audience) {
    var people = new ArrayList<NewRecipient>();
    for (int i = 0; i < count; i++) {
      var phone = phone();
      people.add(recipient(called(phone), audience, phone, "phiếu"));
    }
    server.get(Recipients.class).addAll(people.stream(), officer);
  }

  /// @param consent where it was given; empty: none was
  public void person(String name, String audience, String phone, String consent) {
    server.get(Recipients.class).put(recipient(name, audience, phone, consent), officer);
  }

  private NewRecipient recipient(String name, String audience, String phone, String consent) {
    return new NewRecipient(
        unit.id(), name, audience, name + number, Map.of(Channel.SMS, phone), consent);
  }

  /// The department's item as it stands; taken in when it is not there yet.
  public ContentItem content() {
    var library = server.get(ContentLibrary.class);
    return library.find(itemId()).orElseGet(() -> take(markdown()));
  }

  public ContentItem approveContent() {
    var library = server.get(ContentLibrary.class);
    library.approve(itemId(), content().latest().hash(), approver);
    return content();
  }

  /// Another text; it waits for approval then.
  public ContentItem rewriteContent() {
    return rewriteContent("Mới. ");
  }

  /// Another text, beginning so.
  public ContentItem rewriteContent(String words) {
    return take(markdown().replace("## sms\n", "## sms\n" + words));
  }

  /// Tomorrow at ten: nothing leaves by itself while a test looks.
  public LocalDateTime tomorrow() {
    return LocalDateTime.ofInstant(server.now(), Zones.VIETNAM)
        .plusDays(1)
        .truncatedTo(ChronoUnit.DAYS)
        .withHour(10);
  }

  public WaveDraft wave(Timing timing, Channel... channels) {
    return wave(timing, Set.of(), channels);
  }

  public WaveDraft wave(Timing timing, Set<String> audiences, Channel... channels) {
    return new WaveDraft(
        itemId(),
        new Segment(unit.id(), audiences),
        List.of(channels),
        timing,
        CampaignDraft.CATCH_UP,
        Duration.ofHours(24));
  }

  public CampaignDraft draft(WaveDraft... waves) {
    return draft(Purpose.NOTICE, waves);
  }

  public CampaignDraft draft(Purpose purpose, WaveDraft... waves) {
    return new CampaignDraft(unit.id(), "Chiến dịch " + number, purpose, List.of(waves));
  }

  public Campaign submitted(WaveDraft... waves) {
    return submitted(draft(waves));
  }

  private Campaign submitted(CampaignDraft draft) {
    content();
    var campaigns = server.get(Campaigns.class);
    return campaigns.submit(campaigns.create(draft, officer).id(), officer);
  }

  /// Text and campaign approved.
  public Campaign approved(WaveDraft... waves) {
    return approved(draft(waves));
  }

  public Campaign approved(CampaignDraft draft) {
    approveContent();
    var campaign = submitted(draft);
    var campaigns = server.get(Campaigns.class);
    return campaigns.approve(campaign.id(), campaigns.read(campaign.id()), approver);
  }

  /// An approved campaign of text messages, whose moment has just come.
  public Campaign sent() {
    var ten = tomorrow();
    var campaign = approved(wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    server.moveTo(ten.plusSeconds(5).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    return campaign;
  }

  /// As if the moment of its only wave had come; nothing is sent yet.
  public void fire(Campaign campaign) {
    fire(campaign, Objects.requireNonNull(campaign.waves().getFirst().nextFireAt()));
  }

  public void fire(Campaign campaign, Instant moment) {
    server.context().publishEvent(new WaveDue(campaign.waves().getFirst().id(), moment));
  }

  public List<Delivery> ledger(Campaign campaign) {
    return server
        .get(Deliveries.class)
        .search(
            new Deliveries.Filter(campaign.unitId(), campaign.id(), null, null, ""), null, 1_000);
  }

  private String markdown() {
    return ContentExamples.markdown(itemId())
        .replace("2026-01-01/2027-12-31", "2026-01-01/2099-12-31");
  }

  private ContentItem take(String markdown) {
    var taken = server.get(ContentLibrary.class).take(itemId() + ".md", markdown, officer);
    return taken
        .item()
        .orElseThrow(() -> new IllegalStateException(String.valueOf(taken.findings())));
  }

  private OrgUnit unit(@Nullable Long parent, OrgUnit.Kind kind, String name) {
    return server
        .get(OrgUnits.class)
        .add(parent, kind, "U" + number + "-" + Folded.id(name), name, LocalDate.of(2025, 7, 1));
  }

  private Actor account(String name, Role role) {
    return server
        .get(Accounts.class)
        .add(name, name, null, "mot mat khau dai", false, List.of(new Grant(role, unit.id())))
        .actor();
  }
}
