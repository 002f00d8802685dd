package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Accounts;

/// Campaigns as officers queue them, and what became of their messages.
public final class CampaignExamples {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Visits visits;
  private final ConsoleExamples examples;
  private final Campaigns campaigns;
  private final Accounts accounts;
  private final OrgUnits units;
  private final JdbcClient jdbc;

  CampaignExamples(
      Visits visits,
      ConsoleExamples examples,
      Campaigns campaigns,
      Accounts accounts,
      OrgUnits units,
      JdbcClient jdbc) {
    this.units = units;
    this.visits = visits;
    this.examples = examples;
    this.campaigns = campaigns;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /// Every 10 October: nothing leaves while the tests run, whatever day it is.
  ///
  /// @param act what the pressed button says: `save`, `submit`
  public MockHttpServletRequestBuilder form(
      MockHttpServletRequestBuilder request, String name, String act) {
    return request
        .param("waves", "1")
        .param("name", name)
        .param("unit", String.valueOf(examples.commune().id()))
        .param("w0.item", ConsoleExamples.APPROVED_ITEM)
        .param("w0.unit", String.valueOf(examples.commune().id()))
        .param("w0.audiences", "*")
        .param("w0.channels", "sms", "email")
        .param("w0.when", "YEARLY")
        .param("w0.day", "10")
        .param("w0.month", "10")
        .param("w0.time", "08:00")
        .param("w0.catchUp", "2")
        .param("w0.deadline", "72")
        .param("act", act);
  }

  /// The same with something else in these fields.
  public static MockHttpServletRequestBuilder with(
      MockHttpServletRequestBuilder request, Map<String, String> fields) {
    return request.with(sent -> {
      fields.forEach(sent::setParameter);
      return sent;
    });
  }

  /// The same, once on a day at eight.
  public long queueOn(String username, String name, String day) throws Exception {
    return queue(
        username,
        with(
            form(post("/chien-dich/moi"), name, "save"),
            Map.of("w0.when", "ONCE", "w0.date", day)));
  }

  /// For the people of another unit than the commune.
  public long queueFor(String username, long unitId, String name) throws Exception {
    return queue(
        username,
        with(
            form(post("/chien-dich/moi"), name, "submit"),
            Map.of("unit", String.valueOf(unitId), "w0.unit", String.valueOf(unitId))));
  }

  /// @return the campaign
  public long queue(String username, String name, String act) throws Exception {
    return queue(username, form(post("/chien-dich/moi"), name, act));
  }

  private long queue(String username, MockHttpServletRequestBuilder request) throws Exception {
    var target = visits.send(username, request).getRedirectedUrl();
    assertThat(target).matches("/chien-dich/\\d+");
    return Long.parseLong(String.valueOf(target).replaceAll("\\D", ""));
  }

  /// What the form beside its fields asks: what it would do, for the people of that unit.
  public MockHttpServletRequestBuilder estimate(long unitId) {
    return with(
        form(post("/chien-dich/du-tinh"), "", ""), Map.of("w0.unit", String.valueOf(unitId)));
  }

  /// Of one who agreed to notices by text message, and one who agreed to nothing. Other tests keep
  /// people in the commune itself.
  public long schoolOfTwo() {
    var code = "hai-nguoi-" + NUMBER.incrementAndGet();
    var since = LocalDate.of(2025, 7, 1);
    long school =
        units
            .add(examples.commune().id(), OrgUnit.Kind.SCHOOL, code, "Trường Hai Người", since)
            .id();
    jdbc.sql(
            """
            with two as (
              insert into recipient (unit_id, name, audience, dedupe_key)
              select :school, 'Người ' || n, 'nguoi-dan', :code || n from generate_series(1, 2) n
              returning id, name
            )
            insert into contact_point (recipient_id, channel, address, consent_at, consent_source)
            select id, 'sms', '+8497730' || lpad(id::text, 5, '0'),
              case name when 'Người 1' then now() end, case name when 'Người 1' then 'Phiếu' end
            from two
            """)
        .param("school", school)
        .param("code", code)
        .update();
    return school;
  }

  /// What the browser of an approver posts who has just read the page.
  public MockHttpServletRequestBuilder approval(long id) {
    var seen = campaigns.read(id);
    return post("/chien-dich/" + id + "/duyet")
        .param("version", String.valueOf(seen.version()))
        .param("text", seen.texts().toArray(String[]::new));
  }

  public long approved(String name) throws Exception {
    long id = queue(ConsoleExamples.OFFICER, name, "submit");
    var approver = accounts.byUsername(ConsoleExamples.APPROVER).orElseThrow().actor();
    campaigns.approve(id, campaigns.read(id), approver);
    return id;
  }

  /// @return the run
  public long run(long campaign, String status) {
    return jdbc.sql(
            """
            insert into wave_run (wave_id, campaign_id, fire_at, status)
            values (:wave, :campaign, now() + random() * interval '1 day', :status) returning id
            """)
        .param("wave", campaigns.get(campaign).waves().getFirst().id())
        .param("campaign", campaign)
        .param("status", status)
        .query(Long.class)
        .single();
  }

  /// @return a text message of the campaign to somebody of that name
  public long delivery(long campaign, String name, String status) {
    long id =
        jdbc.sql(
                """
                with who as (
                  insert into recipient (unit_id, name, audience, dedupe_key)
                  values (:unit, :name, 'nguoi-dan', gen_random_uuid()) returning id
                )
                insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id,
                  recipient_name, address, status, not_before, expires_at)
                select :run, :campaign, 'sms', 'PERSON', who.id, :unit, :name, '+84912000009', 'SENT',
                  now(), now() + interval '1 day' from who
                returning id
                """)
            .param("run", run(campaign, "FINISHED"))
            .param("campaign", campaign)
            .param("unit", examples.commune().id())
            .param("name", name)
            .query(Long.class)
            .single();
    // As in life: what is uncertain became so.
    jdbc.sql("update delivery set status = :status where id = :id")
        .param("status", status)
        .param("id", id)
        .update();
    return id;
  }
}
