package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.audit.AuditSearch.Wanted;
import vn.lantoa.common.Actor;
import vn.lantoa.common.DayRange;
import vn.lantoa.database.TestDatabase;

/// Not part of the gate: measures what `src/docs/performance.md` says about the audit trail. `mvn
/// test -Dtest=TrailSpeed`.
class TrailSpeed {

  private static final int ACTS = 5_000;

  /// The trail as it was: one index, no trigger.
  private static final String BEFORE =
      """
      create table audit_before (
        id bigint generated always as identity primary key, at timestamptz not null default now(),
        account_id bigint references account, actor text not null, action text not null, subject text not null,
        detail text not null default ''
      );
      create index on audit_before (subject, at desc);
      grant select, insert on audit_before to lantoa
      """;

  private static final String HISTORY =
      """
      insert into audit_entry (at, actor, action, subject, detail)
      select now() - make_interval(secs => 1_000_000 - n), 'Nguyễn Thị Lan',
        (array['campaign.change', 'recipient.view', 'list.export'])[1 + n % 3], 'campaign:' || n % 5000, 'Đợt ' || n
      from generate_series(1, 1_000_000) n
      """;

  @TempDir private Path folder;

  @Test
  void measures() throws Exception {
    var example = TrailExamples.in(folder);
    TestDatabase.asSuperuser(example.jdbc(), BEFORE);
    for (int round = 0; round < 3; round++) {
      print("act before, µs", took(() -> before(example)).dividedBy(ACTS).toNanos() / 1e3);
      print("act now, µs", took(() -> now(example)).dividedBy(ACTS).toNanos() / 1e3);
    }
    print("seal " + 3 * ACTS + ", s", took(example.sealer()::run).toMillis() / 1e3);

    example.jdbc().sql(HISTORY).update();
    print("seal a million, s", took(example.sealer()::run).toMillis() / 1e3);
    TestDatabase.asSuperuser(example.jdbc(), "vacuum analyze");
    for (int round = 0; round < 3; round++) {
      print(
          "check a million, s",
          took(() -> assertThat(example.chain().check().isSound()).isTrue()).toMillis() / 1e3);
    }
    pages(example);
    example.pass(Duration.ofDays(1));
    print("file of a million, s", took(() -> example.files().makeUp()).toMillis() / 1e3);
  }

  private static void before(TrailExamples example) {
    for (int act = 0; act < ACTS; act++) {
      example
          .jdbc()
          .sql(
              "insert into audit_before (actor, action, subject, detail) values (:actor, 'campaign.change', 'campaign:1', 'Đợt 1')")
          .param("actor", "Nguyễn Thị Lan")
          .update();
    }
  }

  private static void now(TrailExamples example) {
    for (int act = 0; act < ACTS; act++) {
      example
          .trail()
          .record(new Actor(null, "Nguyễn Thị Lan"), "campaign.change", "campaign:1", "Đợt 1");
    }
  }

  private static void pages(TrailExamples example) {
    var search = new JdbcAuditSearch(example.jdbc());
    var anything = new Wanted(null, "", "", DayRange.ALL);
    page(search, "newest page", anything, null);
    long middle =
        example.jdbc().sql("select max(id) / 2 from audit_entry").query(Long.class).single();
    page(search, "page far back", anything, middle);
    page(search, "one act", new Wanted(null, "list.export", "", DayRange.ALL), null);
    page(search, "an act that never was", new Wanted(null, "x.y", "", DayRange.ALL), null);
    page(search, "one subject", new Wanted(null, "", "campaign:17", DayRange.ALL), null);
    page(search, "a person who did nothing", new Wanted(List.of(7L), "", "", DayRange.ALL), null);
    var day = LocalDate.now().minusDays(6);
    page(search, "one day", new Wanted(null, "", "", new DayRange(day, day)), null);
  }

  private static void page(
      JdbcAuditSearch search, String what, Wanted wanted, @Nullable Long after) {
    search.entries(wanted, after, 26);
    print(what + ", ms", took(() -> search.entries(wanted, after, 26)).toNanos() / 1e6);
  }

  private static Duration took(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void print(String what, double figure) {
    System.out.printf("TRAIL %-30s %10.2f%n", what, figure);
  }
}
