package vn.lantoa.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.lantoa.common.Channel;
import vn.lantoa.report.Funnel;

/// Shows how far each channel is: bars that grow in a terminal, a plain line now and then when
/// piped.
final class FunnelScreen {

  private static final int BAR = 30;
  private static final long PLAIN_EVERY_MILLIS = 2_000;

  private final PrintStream out;
  private final boolean terminal;
  private int drawn;
  private long lastPlainLine;

  FunnelScreen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void progress(SortedMap<Channel, Funnel> funnels) {
    if (funnels.isEmpty()) {
      return;
    }
    if (terminal) {
      var lines = new ArrayList<String>();
      funnels.forEach((channel, funnel) -> lines.add(bar(channel, funnel)));
      out.print(drawn > 0 ? "\033[" + drawn + "A" : "");
      lines.forEach(line -> out.print("\033[2K" + line + "\n"));
      out.flush();
      drawn = lines.size();
    } else if (System.nanoTime() / 1_000_000 - lastPlainLine >= PLAIN_EVERY_MILLIS) {
      lastPlainLine = System.nanoTime() / 1_000_000;
      var parts = new ArrayList<String>();
      funnels.forEach((channel, funnel) ->
          parts.add(name(channel) + " " + funnel.settled() + "/" + funnel.planned()));
      out.println("  " + String.join(" · ", parts));
    }
  }

  /// A line that stays; the bars go on below it.
  void say(String line) {
    out.println(line);
    drawn = 0;
  }

  void summary(Map<Channel, Funnel> funnels) {
    drawn = 0;
    var rows = new ArrayList<List<String>>();
    var total = Funnel.EMPTY;
    for (var entry : funnels.entrySet()) {
      rows.add(row(name(entry.getKey()), entry.getValue()));
      total = total.plus(entry.getValue());
    }
    rows.add(row(Words.of("cli.demo.total"), total));
    var head = new ArrayList<String>(List.of(Words.of("cli.demo.channel")));
    for (var column :
        List.of(
            "planned",
            "sent",
            "delivered",
            "undelivered",
            "failed",
            "suppressed",
            "uncertain",
            "other")) {
      head.add(Words.of("cli.demo.column." + column));
    }
    out.println();
    out.println(line(head));
    rows.forEach(row -> out.println(line(row)));
    out.println();
  }

  private static List<String> row(String name, Funnel f) {
    return List.of(
        name,
        number(f.planned()),
        number(f.sent()),
        number(f.delivered()),
        number(f.undelivered()),
        number(f.failed()),
        number(f.suppressed()),
        number(f.uncertain()),
        number(f.expired() + f.cancelled() + f.open()));
  }

  private static String line(List<String> cells) {
    var line = new StringBuilder("  %-14s".formatted(cells.getFirst()));
    cells.stream().skip(1).forEach(cell -> line.append("%13s".formatted(cell)));
    return line.toString();
  }

  private static String bar(Channel channel, Funnel funnel) {
    int full = funnel.planned() == 0 ? 0 : (int) (BAR * funnel.settled() / funnel.planned());
    return "  %-14s %s%s %s/%s"
        .formatted(
            name(channel),
            "█".repeat(full),
            "░".repeat(BAR - full),
            number(funnel.settled()),
            number(funnel.planned()));
  }

  private static String name(Channel channel) {
    return Words.of("channel." + channel.key());
  }

  private static String number(long n) {
    return String.format(Words.locale(), "%,d", n);
  }
}
