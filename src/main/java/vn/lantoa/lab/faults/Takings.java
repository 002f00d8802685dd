package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the stand-ins have taken of a sending so far, and waiting for more.
record Takings(JournalReader journal) {

  List<JournalEntry> of(Sending sending) {
    return journal.of(sending.all());
  }

  boolean await(Sending sending, int messages, Duration most) {
    return Waiting.until(most, () -> of(sending).size() >= messages);
  }

  /// How long it took from that moment on until a message was taken again; twice `most` when none
  /// was by then.
  Duration awaitResumed(Sending sending, Instant from, Duration most) {
    var patience = most.multipliedBy(2);
    Waiting.until(patience, Duration.ofMillis(100), () -> resumed(sending, from).isPresent());
    return resumed(sending, from).orElse(patience);
  }

  /// How long after `from` the next message was taken; empty: none was. What was still on the wire
  /// at that moment arrives within a second and does not count.
  Optional<Duration> resumed(Sending sending, Instant from) {
    return of(sending).stream()
        .map(JournalEntry::at)
        .filter(at -> at.isAfter(from.plusSeconds(1)))
        .findFirst()
        .map(at -> Duration.between(from, at));
  }
}
