package vn.lantoa.notice;

import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Station;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxMessage;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// A department of its own for one test, whose people have addresses, and what they were told. Its
/// item is approved before anybody has one.
///
/// @param office with an officer and an approver, who are `author` and `approver` here
record NoticeExamples(TestServer server, Department office, Account author, Account approver) {

  static NoticeExamples in(TestServer server) {
    var office = Department.in(server);
    office.approveContent();
    return new NoticeExamples(
        server,
        office,
        withAddress(server, office.officer()),
        withAddress(server, office.approver()));
  }

  void addToScript(Station station, ContentItem item, long delivery) {
    var monday = LocalDate.of(2026, 11, 30);
    server
        .get(Scripts.class)
        .add(station.id(), monday, item.id(), item.current().hash(), "Bài", "Đọc", delivery);
  }

  void suppress(SuppressionReason reason) {
    server
        .get(Suppressions.class)
        .suppress(Channel.EMAIL, String.valueOf(approver.email()), reason, "test", Actor.SYSTEM);
  }

  Campaign submit() {
    return submit(author.actor());
  }

  Campaign submit(Actor by) {
    return server.get(Campaigns.class).submit(draft(by).id(), by);
  }

  Campaign draft(Actor by) {
    office.person(office.phone());
    var wave = office.wave(Timing.once(office.tomorrow(), Zones.VIETNAM), Channel.SMS);
    return server.get(Campaigns.class).create(office.draft(wave), by);
  }

  static Account withAddress(TestServer server, Actor actor) {
    var accounts = server.get(Accounts.class);
    long id = Objects.requireNonNull(actor.accountId());
    accounts.changeEmail(id, "tai-khoan-" + id + "@mau.example.vn");
    return accounts.get(id);
  }

  Account account(String name, Role... roles) {
    return account(name, office.unit(), roles);
  }

  Account account(String name, OrgUnit unit, Role... roles) {
    var grants = Stream.of(roles).map(role -> new Grant(role, unit.id())).toList();
    var added =
        server
            .get(Accounts.class)
            .add(name + unit.id(), name, null, "mot mat khau dai", false, grants);
    return withAddress(server, added.actor());
  }

  SandboxMessage letterTo(Account account) {
    eventually().until(() -> !letters(account).isEmpty());
    return letters(account).getFirst();
  }

  List<SandboxMessage> letters(Account account) {
    return server.get(SandboxInbox.class).latest(Channel.EMAIL, 1_000).stream()
        .filter(letter -> letter.to().contains(String.valueOf(account.email())))
        .toList();
  }

  long told(Account account, NoticeKind kind) {
    return count(
        "select count(*) from notice where account_id = "
            + account.id()
            + " and kind = '"
            + kind
            + "'");
  }

  long withLetter(Account account) {
    return count(
        "select count(*) from notice where address is not null and account_id = " + account.id());
  }

  long count(String question) {
    return server.get(JdbcClient.class).sql(question).query(Long.class).single();
  }

  List<Delivery> ledger() {
    return server
        .get(Deliveries.class)
        .search(new Deliveries.Filter(office.unit().id(), null, Channel.EMAIL, null, ""), null, 50);
  }
}
