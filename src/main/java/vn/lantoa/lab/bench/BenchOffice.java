package vn.lantoa.lab.bench;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department with something to say: its units, people, text, and those who write and approve.
final class BenchOffice {

  static final String OFFICER = "can-bo";
  static final String ADMIN = "quan-tri";
  static final String PASSWORD = "mot mat khau dai";

  private final BenchServer server;
  private final OrgUnit department;

  private BenchOffice(BenchServer server, OrgUnit department) {
    this.server = server;
    this.department = department;
  }

  static BenchOffice open(BenchServer server) {
    return new BenchOffice(
        server, unit(server, null, OrgUnit.Kind.DEPARTMENT, "SO", "Sở Giáo dục và Đào tạo"));
  }

  OrgUnit department() {
    return department;
  }

  OrgUnit commune(int number) {
    return unit(
        server, department.id(), OrgUnit.Kind.COMMUNE, "XA" + number, "Xã Sông Thắm " + number);
  }

  /// People who agreed to be written to by SMS and e-mail.
  void enlist(OrgUnit unit, int from, int to) {
    server
        .get(Recipients.class)
        .addAll(IntStream.range(from, to).mapToObj(i -> person(unit, i)), Actor.SYSTEM);
  }

  Actor account(String name, Role role) {
    return server
        .get(Accounts.class)
        .add(
            name,
            name,
            null,
            PASSWORD,
            false,
            (role == Role.ADMIN ? Stream.of(role, Role.OPERATOR) : Stream.of(role))
                .map(one -> new Grant(one, department.id()))
                .toList())
        .actor();
  }

  ContentItem approvedText(Actor officer, Actor approver) {
    var library = server.get(ContentLibrary.class);
    var item = library.take("bench.md", BenchText.MARKDOWN, officer).item().orElseThrow();
    library.approve(item.id(), item.current().hash(), approver);
    return library.get(item.id());
  }

  /// A campaign that begins in two seconds, approved by both.
  ///
  /// @return the campaign
  long campaign(ContentItem item, OrgUnit to, Channel channel, Actor officer, Actor approver) {
    var campaigns = server.get(Campaigns.class);
    var now =
        LocalDateTime.ofInstant(server.get(InstantSource.class).instant(), Zones.VIETNAM)
            .truncatedTo(ChronoUnit.SECONDS);
    var wave =
        new WaveDraft(
            item.id(),
            new Segment(to.id(), Set.of()),
            List.of(channel),
            Timing.once(now.plusSeconds(2), Zones.VIETNAM),
            CampaignDraft.CATCH_UP,
            CampaignDraft.DEADLINE);
    var draft = new CampaignDraft(department.id(), "Đo tốc độ", Purpose.NOTICE, List.of(wave));
    var submitted = campaigns.submit(campaigns.create(draft, officer).id(), officer);
    return campaigns.approve(submitted.id(), campaigns.read(submitted.id()), approver).id();
  }

  private static OrgUnit unit(
      BenchServer server,
      @org.jspecify.annotations.Nullable Long parent,
      OrgUnit.Kind kind,
      String code,
      String name) {
    return server.get(OrgUnits.class).add(parent, kind, code, name, LocalDate.of(2025, 7, 1));
  }

  private static NewRecipient person(OrgUnit unit, int i) {
    return new NewRecipient(
        unit.id(),
        BenchNames.of(i),
        "phu-huynh",
        "B" + i,
        Map.of(
            Channel.SMS,
            "+8430%07d".formatted(i),
            Channel.EMAIL,
            "nguoi-nhan-%07d@mau.example.vn".formatted(i)),
        "Phiếu đồng ý");
  }
}
