package vn.lantoa.lab.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import vn.lantoa.lab.sandbox.TwilioReport;

/// Reports of the provider of text messages, each to every node, in a bunch and in any order, as
/// soon as a message is taken: while its answer is still being filed.
final class Reports {

  /// This machine by a name that a provider is told: at `localhost` none is asked to call.
  static final String ADDRESS = "http://[::ffff:127.0.0.1]:";

  /// Of messages that were reported on before: a provider may say the same again.
  private static final int AGAIN = 20;

  private final List<Node> nodes;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<Long> kept = ConcurrentHashMap.newKeySet();
  private final AtomicLong failed = new AtomicLong();

  Reports(List<Node> nodes) {
    this.nodes = nodes;
  }

  /// How many were answered with an error of the server, or not at all.
  long failed() {
    return failed.get();
  }

  /// The deliveries of which a node said that the report is kept.
  Set<Long> kept() {
    return Set.copyOf(kept);
  }

  /// @return how many reports were brought
  long on(Collection<JournalEntry> taken) {
    var marks = new ArrayList<String>();
    taken.stream().map(JournalEntry::mark).filter(known::add).forEach(marks::add);
    if (marks.isEmpty()) {
      Waiting.pause(Duration.ofMillis(20));
      return 0;
    }
    known.stream().limit(AGAIN).forEach(marks::add);
    Collections.shuffle(marks);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var mark : marks) {
        nodes.forEach(node -> threads.submit(() -> bring(node, Long.parseLong(mark))));
      }
    }
    return (long) marks.size() * nodes.size();
  }

  private void bring(Node node, long delivery) {
    var url = ADDRESS + node.address().getPort() + "/hooks/twilio/" + delivery;
    try {
      var answer =
          http.send(TwilioReport.of(url, "", "", "delivered").request(), BodyHandlers.discarding());
      if (answer.statusCode() / 100 == 2) {
        kept.add(delivery);
      } else {
        failed.incrementAndGet();
      }
    } catch (IOException _) {
      failed.incrementAndGet();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
