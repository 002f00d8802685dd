package vn.lantoa.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is running, and whether anything may leave at all.
public interface Cluster {

  /// Nodes that run, died or left within the last day; the running ones first.
  List<Member> members();

  /// Set from when a restored copy was started until [#release]: no wave fires and nothing leaves.
  Optional<Hold> hold();

  /// Someone says that this copy is the one to go on with.
  void release();

  /// @param seenAt its last sign of life
  /// @param leftAt when it went in order; null: it runs, or it died
  /// @param skew how far its clock is ahead of the database's
  record Member(
      String id,
      String host,
      String version,
      Instant startedAt,
      Instant seenAt,
      @Nullable Instant leftAt,
      Duration skew,
      State state) {}

  enum State {
    RUNNING,
    /// No sign of life for longer than [Heartbeat#SILENCE].
    SILENT,
    LEFT
  }

  /// @param reason key of the messages: `hold.<reason>`
  record Hold(Instant since, String reason) {}
}
