package vn.lantoa.lab.sandbox;

import java.time.Duration;

/// Waiting, as a slow provider does.
final class Pause {

  private Pause() {}

  static void of(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
