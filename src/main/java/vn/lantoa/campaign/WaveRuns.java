package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The firings of waves: what is due, what was begun, missed, held or finished.
public interface WaveRuns {

  /// Waves whose moment has come and whose campaign may send.
  List<Due> due(Instant now);

  /// Waves of a campaign that still have a moment to come.
  List<Due> upcoming(long campaignId);

  /// The coming moment of one wave.
  Optional<Due> nextOf(long waveId);

  /// Ids of all waves of a campaign.
  List<Long> wavesOf(long campaignId);

  /// Begins the run of a wave's moment and moves the wave on to its next one. Call it inside the
  /// transaction that expands the run. Empty when there is nothing to do: begun before, or the
  /// campaign may not send.
  ///
  /// A moment older than the wave's catch-up window becomes a `MISSED` run; one whose text is not
  /// the approved one any more becomes `HELD` and sends the campaign back to approval.
  Optional<Run> begin(long waveId, Instant fireAt, Instant now);

  /// Says of every moment that has come, of all waves, that it was missed: none of them is sent any
  /// more.
  ///
  /// @return how many waves
  int missPassed(Instant now);

  /// Finishes runs without an open delivery, and campaigns without an open run or a moment to come.
  ///
  /// @param withoutOpenDeliveries ids of running runs all of whose deliveries are settled
  void finish(List<Long> withoutOpenDeliveries, Instant now);

  /// Ids of the runs that are being delivered.
  List<Long> running();

  /// The firings of a campaign, newest first.
  List<Run> of(long campaignId);

  record Due(long waveId, Instant fireAt) {}

  /// @param contentHash the approved text it sends; null when it was missed or held
  /// @param peopleAsOf it goes to who was on the lists by then only; null: to all who are
  record Run(
      long id,
      long campaignId,
      long unitId,
      Wave wave,
      Instant fireAt,
      Status status,
      @Nullable String contentHash,
      @Nullable Instant peopleAsOf) {}

  enum Status {
    /// Not sent: the text changed since the approval.
    HELD,
    /// Not sent: too late.
    MISSED,
    RUNNING,
    FINISHED
  }
}
