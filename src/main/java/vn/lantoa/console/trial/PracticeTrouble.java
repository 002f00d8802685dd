package vn.lantoa.console.trial;

import java.time.Duration;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;

/// Troubles an officer should have seen once before they come for real.
public enum PracticeTrouble {
  NONE,
  /// The provider is slow.
  SLOW,
  /// One message in three is turned away for a while.
  BUSY,
  /// The next three are taken, and the answer is lost.
  ANSWER_LOST;

  void apply(SandboxFaults faults, Channel channel) {
    switch (this) {
      case NONE -> faults.clear(channel);
      case SLOW -> faults.set(channel, Fault.slow(Duration.ofSeconds(2)));
      case BUSY ->
          faults.set(
              channel,
              channel.equals(Channel.EMAIL)
                  ? Fault.smtp(Fault.Stage.RCPT, 451, "4.7.1 try again later").every(3)
                  : Fault.busy(20429, Duration.ofSeconds(5)).every(3));
      case ANSWER_LOST -> faults.set(channel, Fault.dropAfter().next(3));
    }
  }
}
