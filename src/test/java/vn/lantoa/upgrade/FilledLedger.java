package vn.lantoa.upgrade;

import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Segment;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Two days of an office's campaigns, by the program's own acts: one of every status, and
/// deliveries of every kind, some of them on the wire when it ends.
final class FilledLedger {

  private static final Channel[] ALL = {
    Channel.SMS, Channel.EMAIL, Channel.PORTAL, Channel.FACEBOOK, Channel.ZALO, Channel.RADIO
  };

  private final TestServer server;
  private final FilledOffice filled;
  private final Department office;
  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final ChannelPauses pauses;
  private final SandboxFaults faults;
  private final LocalDateTime ten;

  private FilledLedger(TestServer server, FilledOffice filled) {
    this.server = server;
    this.filled = filled;
    office = filled.office();
    jdbc = server.get(JdbcClient.class);
    campaigns = server.get(Campaigns.class);
    pauses = server.get(ChannelPauses.class);
    faults = server.get(SandboxFaults.class);
    ten = office.tomorrow();
  }

  static void fill(TestServer server, FilledOffice filled) {
    var ledger = new FilledLedger(server, filled);
    ledger.planned();
    ledger.finished();
    ledger.neverSent();
    ledger.missedAndHeld();
    ledger.halfWay();
    ledger.onTheWire();
  }

  private void planned() {
    var later = office.wave(Timing.once(ten.plusDays(9), Zones.VIETNAM), Channel.SMS);
    approved("Đã duyệt, chưa đến lúc", later);
    submitted("Đang chờ duyệt", later);
    campaigns.create(draft("Bản nháp", later), office.officer());
    var returned = submitted("Bị trả lại", later);
    campaigns.sendBack(returned.id(), returned.version(), "Sai nhóm", office.approver());
  }

  /// Everything a provider may say.
  private void finished() {
    faults.set(Channel.SMS, Fault.refuse(400, 21211).only(filled.phone(7)));
    faults.set(Channel.SMS, Fault.busy(20429, Duration.ofSeconds(1)).only(filled.phone(8)).next(1));
    faults.set(Channel.SMS, Fault.dropAfter().only(filled.phone(9)));
    faults.set(
        Channel.EMAIL,
        Fault.smtp(Fault.Stage.RCPT, 550, "5.1.1 no such user").only(FilledOffice.email(7)));
    faults.set(Channel.EMAIL, Fault.dropAfter().only(FilledOffice.email(8)));
    faults.set(Channel.EMAIL, Fault.dropAfter().only(FilledOffice.email(9)));
    var campaign = approved("Mọi kênh", office.wave(Timing.once(ten, Zones.VIETNAM), ALL));
    fire(ten);
    awaitStatus(campaign, "FINISHED");
    faults.clear(Channel.SMS);
    faults.clear(Channel.EMAIL);
    eventually()
        .until(() -> count("select count(*) from delivery where status = 'UNDELIVERED'") > 0);
    var doubtful =
        jdbc.sql(
                "select delivery_id from uncertain u join delivery d on d.id = u.delivery_id"
                    + " where d.channel = 'email' order by 1 limit 1")
            .query(Long.class)
            .single();
    server.get(Uncertainties.class).leave(List.of(doubtful));
    aired();
  }

  private void aired() {
    var station = server.get(Stations.class).within(office.unit().id()).getFirst();
    var scripts = server.get(Scripts.class);
    var script = scripts.of(station.id(), LocalDate.from(ten)).orElseThrow();
    scripts.confirmAired(
        script.id(),
        script.items().getFirst().id(),
        server.now(),
        Duration.ofSeconds(70),
        office.officer());
  }

  /// Cancelled and expired.
  private void neverSent() {
    pauses.pause(Channel.SMS, "Hết tiền", office.officer());
    var at = Timing.once(ten.plusHours(1), Zones.VIETNAM);
    var cancelled = approved("Bị hủy", office.wave(at, Channel.SMS));
    var expired =
        approved("Quá hạn", wave(at, Duration.ofHours(2), Duration.ofHours(1), Channel.SMS));
    fire(ten.plusHours(1));
    campaigns.cancel(cancelled.id(), "Nhầm", office.officer());
    moveTo(ten.plusHours(3));
    awaitStatus(expired, "FINISHED");
    pauses.resume(Channel.SMS, office.officer());
  }

  private void missedAndHeld() {
    var at = ten.plusHours(4);
    approved(
        "Lỡ giờ",
        wave(
            Timing.once(at, Zones.VIETNAM),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Channel.SMS));
    var other = Department.in(server);
    other.person(other.phone());
    other.approved(other.wave(Timing.once(at.plusHours(1), Zones.VIETNAM), Channel.SMS));
    server.get(ContentLibrary.class).withdraw(other.itemId(), other.officer());
    fire(at.plusHours(1));
  }

  /// Each day a message, the letters of which wait; and a campaign somebody paused.
  private void halfWay() {
    pauses.pause(Channel.EMAIL, "Máy chủ thư từ chối", Actor.SYSTEM);
    var at = ten.plusHours(6);
    approved(
        "Mỗi ngày",
        office.wave(new Timing(at, Zones.VIETNAM, "0 0 16 * * *"), Channel.SMS, Channel.EMAIL));
    var paused = approved("Tạm dừng", office.wave(Timing.once(at, Zones.VIETNAM), Channel.EMAIL));
    fire(at);
    campaigns.pause(paused.id(), "Chờ ý kiến", office.officer());
    eventually().until(() -> count("select count(*) from queue where channel = 'sms'") == 0);
  }

  /// Text messages that a provider holds on to: some are on the wire, some are claimed behind them.
  private void onTheWire() {
    var at = ten.plusDays(1);
    faults.set(Channel.SMS, Fault.stall(Duration.ofSeconds(50)));
    approved("Đang gửi", office.wave(Timing.once(at, Zones.VIETNAM), Channel.SMS));
    fire(at);
    eventually()
        .until(() ->
            count(
                    "select count(distinct state) from queue where channel = 'sms'"
                        + " and state in ('CLAIMED', 'SENDING')")
                == 2);
  }

  private Campaign approved(String name, WaveDraft wave) {
    var campaign = submitted(name, wave);
    return campaigns.approve(campaign.id(), campaigns.read(campaign.id()), office.approver());
  }

  private Campaign submitted(String name, WaveDraft wave) {
    var campaign = campaigns.create(draft(name, wave), office.officer());
    return campaigns.submit(campaign.id(), office.officer());
  }

  private CampaignDraft draft(String name, WaveDraft wave) {
    return new CampaignDraft(office.unit().id(), name, Purpose.NOTICE, List.of(wave));
  }

  private WaveDraft wave(Timing timing, Duration catchUp, Duration deadline, Channel channel) {
    var segment = new Segment(office.unit().id(), Set.of("phu-huynh"));
    return new WaveDraft(office.itemId(), segment, List.of(channel), timing, catchUp, deadline);
  }

  private void fire(LocalDateTime at) {
    moveTo(at.plusSeconds(1));
    server.get(Sweep.class).run();
  }

  private void moveTo(LocalDateTime wall) {
    Instant at = wall.atZone(Zones.VIETNAM).toInstant();
    server.moveTo(at);
  }

  private void awaitStatus(Campaign campaign, String status) {
    eventually().until(() -> campaigns.get(campaign.id()).status().name().equals(status));
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }
}
