package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.lantoa.common.Channel;

/// R15: recipients no text can be made for, among healthy ones. Each costs its own letter and no
/// other; where there are too many, the campaign stops and the others go on.
final class PoisonRecipients implements Trial {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// Endless, fifteen megabytes, a control character, a sign that turns the line round, nothing at
  /// all.
  private static final List<String> POISON =
      List.of("x".repeat(5_000), "ễ".repeat(5_000_000), "tên\u0007lỗi", "\u202ENguyễn", " ");

  /// Strange, and quite all right: decomposed marks, an emoji, right to left, markup.
  private static final List<String> STRANGE =
      List.of(
          "Nguye\u0302\u0303n Thi\u0323 Tha\u0309o",
          "\uD83D\uDE00 An",
          "\u05D0\u05D1",
          "<b>{{link}}</b> ${7*7}");

  private static final List<String> ODD = Stream.concat(POISON.stream(), STRANGE.stream()).toList();

  /// So that five odd names are less than what stops a campaign.
  private static final int FEWEST = 200;

  @Override
  public String id() {
    return "R15";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    int all = Math.max(FEWEST, bench.recipients());
    var some = bench.desk().people(id(), all);
    // One after the other, as odd names come: several at the start would be a broken text.
    for (int i = 0; i < ODD.size(); i++) {
      rename(bench, some, (i + 1) * all / (ODD.size() + 1), ODD.get(i));
    }
    var many = bench.desk().people(id(), all);
    for (int i = 0; i < all; i += 5) {
      rename(bench, many, i, POISON.getFirst());
    }
    var beside = bench.desk().people(id(), all);
    var in = Duration.ofSeconds(2);
    var sending = bench.desk().plan(some, in, Channel.EMAIL);
    var stopped = bench.desk().plan(many, in, Channel.EMAIL);
    var other = bench.desk().plan(beside, in, Channel.EMAIL);
    boolean settled = bench.ledger().awaitSettled(List.of(sending, other), LONGEST);
    boolean paused = Waiting.until(LONGEST, () -> isPaused(bench, stopped));
    long open = bench.ledger().of(stopped).stream().filter(LedgerRow::isOpen).count();
    bench.desk().cancel(stopped);
    settled &= bench.ledger().awaitSettled(stopped, LONGEST);
    node.kill();

    var rows = bench.ledger().of(sending);
    findings.settled(settled, bench.verdicts(List.of(sending, stopped, other)));
    findings.exactly("failed", failed(rows), POISON.size());
    findings.none("without-reason", rows.stream().filter(PoisonRecipients::isMute).count());
    findings.isTrue("campaign-paused", paused && open > 0);
    findings.none("others-failed", failed(bench.ledger().of(other)));
  }

  private static long failed(List<LedgerRow> rows) {
    return rows.stream().filter(row -> row.status().equals("FAILED")).count();
  }

  private static boolean isMute(LedgerRow row) {
    return row.status().equals("FAILED") && row.reason().isBlank();
  }

  private static boolean isPaused(Bench bench, Sending sending) {
    return bench
        .postgres()
        .jdbc()
        .sql(
            """
            select exists (select from campaign where id = :id and status = 'PAUSED' and note = '@render-failures')
            """)
        .param("id", sending.campaign())
        .query(Boolean.class)
        .single();
  }

  private static void rename(Bench bench, Crowd crowd, int nth, String name) {
    bench
        .postgres()
        .jdbc()
        .sql(
            """
            update recipient set name = :name
            where id = (select recipient_id from contact_point where address = :address)
            """)
        .param("name", name)
        .param("address", crowd.of(Channel.EMAIL).get(nth))
        .update();
  }
}
