package vn.lantoa.login;

import java.time.Duration;

/// Keeps an answer back. Each request has a virtual thread of its own, so nobody else waits.
final class Waiting {

  private Waiting() {}

  static void keepBack(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException _) {
      // The program ends: the answer comes sooner.
      Thread.currentThread().interrupt();
    }
  }
}
