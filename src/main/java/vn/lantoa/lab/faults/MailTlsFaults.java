package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R10-TLS: letters must go encrypted, and the mail server cannot: it does not offer TLS, shows the
/// certificate of another host, or the handshake is cut. Nothing may leave in clear and nothing may
/// be burnt; when it is mended, everything leaves by TLS, which the server then insists on.
final class MailTlsFaults implements Trial {

  private static final int LETTERS = 20;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// Longer than an account is left alone.
  private static final Duration RESTED = Duration.ofSeconds(50);

  @Override
  public String id() {
    return "R10-TLS";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var keys =
        bench.nodes().newFolder().resolveSibling("keys-" + random.nextInt(1_000_000) + ".p12");
    MailKeys.make(keys);
    try (var mail = bench.moreStandIns("--keys", keys.toString())) {
      var node =
          bench.node(
              settings(mail),
              Map.of(
                  "JAVA_TOOL_OPTIONS",
                  "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                      .formatted(keys, MailKeys.PASSWORD)));
      node.awaitUp();
      var trouble = new Trouble(bench, mail, node);
      mail.mailServer(MailStandIns.PLAIN);
      trouble.send(true);
      mail.mailServer(MailKeys.STRANGER);
      trouble.send(true);
      mail.mailServer(MailKeys.RIGHT);
      mail.mail(Gate.Mode.CUT_TLS);
      trouble.send(false);
      node.kill();
      trouble.report(findings);
    }
  }

  private static Map<String, Object> settings(StandIns mail) {
    var settings = new HashMap<String, Object>();
    mail.settings()
        .forEach((name, value) -> {
          if (name.startsWith("lantoa.email.")) {
            settings.put(name, value);
          }
        });
    settings.put("lantoa.email.host", MailKeys.RIGHT);
    settings.put("lantoa.email.encryption", "required");
    return settings;
  }

  /// One fault after the other, each mended before the next.
  private static final class Trouble {
    private final Bench bench;
    private final StandIns mail;
    private final Node node;
    private final List<Verdict> verdicts = new ArrayList<>();
    private Duration shifted = Duration.ZERO;
    private long inClear;
    private long burnt;
    private long mute;
    private int asExpected;
    private boolean settled = true;

    Trouble(Bench bench, StandIns mail, Node node) {
      this.bench = bench;
      this.mail = mail;
      this.node = node;
    }

    /// @param pauses whether only a person can mend it, so that the channel stops
    void send(boolean pauses) {
      var sending = bench.desk().planSoon("r10tls", LETTERS, Channel.EMAIL);
      boolean stopped =
          Waiting.until(LONGEST, () -> pauses ? bench.isPaused(Channel.EMAIL) : isResting());
      asExpected += stopped && bench.isPaused(Channel.EMAIL) == pauses ? 1 : 0;
      Waiting.pause(Duration.ofSeconds(3));
      inClear += mail.journal().of(sending.all()).size();
      burnt += bench.ledger().of(sending).stream().filter(row -> !row.isOpen()).count();
      mute += reason().isBlank() ? 1 : 0;

      mail.mailServer(MailKeys.RIGHT);
      mail.mail(Gate.Mode.PASS);
      if (pauses) {
        new Administrator(node).reopen(Channel.EMAIL);
      }
      shifted = shifted.plus(RESTED);
      bench.postgres().shiftClock(shifted);
      settled &= bench.ledger().awaitSettled(sending, LONGEST);
      verdicts.add(
          Verdict.of(sending, bench.ledger().of(sending), mail.journal().of(sending.all())));
      // The next trouble is found with new connections only.
      mail.cutMail();
    }

    void report(Findings findings) {
      findings.settled(settled, verdicts);
      findings.none("in-clear", inClear);
      findings.none("burnt", burnt);
      findings.exactly("stopped", asExpected, verdicts.size());
      findings.none("without-reason", mute);
      findings.none("uncertain", verdicts.stream().mapToLong(Verdict::uncertain).sum());
    }

    private boolean isResting() {
      return account("state").equals("OPEN");
    }

    private String reason() {
      return account("reason");
    }

    private String account(String column) {
      return bench
          .postgres()
          .jdbc()
          .sql(
              "select state, reason from provider_account where channel = 'email' and name = 'main'")
          .query((row, _) -> row.getString(column))
          .single();
    }
  }
}
