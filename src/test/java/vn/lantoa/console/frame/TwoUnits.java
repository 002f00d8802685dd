package vn.lantoa.console.frame;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Scope;
import vn.lantoa.audience.Transfers;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.common.Channel;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Shelf;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestWay;
import vn.lantoa.privacy.SubjectRequest;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.roster.KeptFile;
import vn.lantoa.roster.Rosters;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// Two communes of one department with one of everything each. An account for every role belongs to
/// the first; the second is none of their business.
final class TwoUnits {

  private static final String TEXT =
      """
      ---
      id: %s
      title: Bài %s
      topic: chu-ky-so
      audiences: [nguoi-dan]
      valid: 2020-01-01/2099-12-31
      link: https://dichvucong.gov.vn
      source: Kế hoạch, mục II
      ---
      ## sms
      Ký số tại nhà, không cần in giấy. Xem {{link}}
      """;

  private final ApplicationContext context;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final Map<Class<?>, String> own = new HashMap<>();
  private final Map<Class<?>, String> foreign = new HashMap<>();
  private final Map<Role, String> names = new EnumMap<>(Role.class);

  private TwoUnits(ApplicationContext context) {
    this.context = context;
    accounts = context.getBean(Accounts.class);
    jdbc = context.getBean(JdbcClient.class);
  }

  /// @param mark what sets their names apart from those of another test of the same program
  static TwoUnits fill(ApplicationContext context, String mark) throws Exception {
    var made = new TwoUnits(context);
    var examples = context.getBean(ConsoleExamples.class);
    var units = context.getBean(OrgUnits.class);
    var since = LocalDate.of(2025, 7, 1);
    var top = examples.department().id();
    var first = units.add(top, OrgUnit.Kind.COMMUNE, mark + "-1", "Xã Của Mình", since);
    var second = units.add(top, OrgUnit.Kind.COMMUNE, mark + "-2", "Xã Người Ta", since);
    for (var role : Role.values()) {
      var name = mark + "-" + role.name().toLowerCase(java.util.Locale.ROOT);
      made.account(name, first, role);
      made.names.put(role, name);
    }
    made.thingsOf(first, made.own);
    made.thingsOf(second, made.foreign);
    return made;
  }

  /// Who has that role in the first commune, and no other.
  String holder(Role role) {
    return names.get(role);
  }

  /// The id of a thing of that kind in the first commune, as it stands in a path.
  String own(Class<?> kind) {
    return sample(own, kind);
  }

  /// Likewise in the second.
  String foreign(Class<?> kind) {
    return sample(foreign, kind);
  }

  /// A file of an item with that id.
  static String text(String id) {
    return TEXT.formatted(id, id);
  }

  private static String sample(Map<Class<?>, String> samples, Class<?> kind) {
    var sample = samples.get(kind);
    if (sample == null) {
      throw new AssertionError("Make a " + kind.getSimpleName() + " in each of the two communes");
    }
    return sample;
  }

  private void thingsOf(OrgUnit unit, Map<Class<?>, String> ids) throws Exception {
    var author = account("soan-" + unit.code(), unit, Role.OFFICER);
    ids.put(OrgUnit.class, String.valueOf(unit.id()));
    ids.put(Account.class, String.valueOf(account("ai-" + unit.code(), unit, Role.SCHOOL).id()));
    ids.put(Campaign.class, String.valueOf(campaign(unit, author)));
    ids.put(Delivery.class, String.valueOf(delivery(unit)));
    ids.put(Recipient.class, String.valueOf(person(unit, author)));
    ids.put(
        SubjectRequest.class,
        String.valueOf(request(unit, Long.parseLong(ids.get(Recipient.class)), author)));
    ids.put(Transfers.Request.class, String.valueOf(transfer(unit)));
    ids.put(KeptFile.class, String.valueOf(file(unit, author)));
    ids.put(Station.class, String.valueOf(station(unit)));
    ids.put(ContentItem.class, item(unit, author));
  }

  private Account account(String name, OrgUnit unit, Role... roles) {
    var grants = Arrays.stream(roles).map(role -> new Account.Grant(role, unit.id())).toList();
    return accounts.add(name, name, null, ConsoleExamples.PASSWORD, false, grants);
  }

  private long campaign(OrgUnit unit, Account author) throws Exception {
    var form =
        context
            .getBean(CampaignExamples.class)
            .form(post("/chien-dich/moi"), "Đợt của " + unit.name(), "save")
            .with(request -> {
              request.setParameter("unit", String.valueOf(unit.id()));
              request.setParameter("w0.unit", String.valueOf(unit.id()));
              return request;
            });
    var target = context.getBean(Visits.class).send(author.username(), form).getRedirectedUrl();
    return Long.parseLong(String.valueOf(target).replaceAll("\\D", ""));
  }

  private long delivery(OrgUnit unit) {
    long id = UncertainExamples.fill(context, unit.id(), "Người Của " + unit.name()).getFirst();
    // Nothing that other tests of the same program would find at their desks.
    jdbc.sql("update delivery set status = 'DELIVERED', reason = '' where id = :id")
        .param("id", id)
        .update();
    return id;
  }

  private long person(OrgUnit unit, Account author) {
    var addresses = Map.of(Channel.EMAIL, unit.code() + "@mau.example.vn");
    var name = "Người " + unit.code();
    context
        .getBean(Recipients.class)
        .put(new NewRecipient(unit.id(), name, "nguoi-dan", "", addresses, ""), author.actor());
    return jdbc.sql("select id from recipient where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private long request(OrgUnit unit, long person, Account author) {
    var request =
        new SubjectRequests.NewRequest(
            RequestKind.VIEW, unit.id(), person, Instant.now(), RequestWay.LETTER, "đơn", "");
    return context.getBean(SubjectRequests.class).open(request, author.actor());
  }

  /// Somebody elsewhere would have the unit's person.
  private long transfer(OrgUnit unit) {
    var transfers = context.getBean(Transfers.class);
    var elsewhere = context.getBean(ConsoleExamples.class).elsewhere().id();
    var asker = accounts.byUsername(ConsoleExamples.STRANGER).orElseThrow().actor();
    transfers.ask(
        elsewhere,
        "Người " + unit.code(),
        Channel.EMAIL,
        unit.code() + "@mau.example.vn",
        new Scope(List.of(elsewhere), false),
        asker);
    return transfers.waiting(new Scope(List.of(unit.id()), false)).getFirst().id();
  }

  private long file(OrgUnit unit, Account author) throws Exception {
    var bytes = "Họ và tên,Email\nAn,an@mau.example.vn\n".getBytes(StandardCharsets.UTF_8);
    return context
        .getBean(Rosters.class)
        .keep(unit.id(), "a.csv", new ByteArrayInputStream(bytes), author.actor());
  }

  private long station(OrgUnit unit) {
    var slot = new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 10);
    return context
        .getBean(Stations.class)
        .put(unit.id(), Station.Kind.SCHOOL_RADIO, "Đài " + unit.code(), null, 200, List.of(slot))
        .id();
  }

  private String item(OrgUnit unit, Account author) {
    var id = "bai-" + unit.code();
    var shelf = new Shelf(unit.id(), _ -> true);
    return context
        .getBean(ContentLibrary.class)
        .take(id + ".md", text(id), author.actor(), shelf)
        .item()
        .orElseThrow()
        .id();
  }
}
