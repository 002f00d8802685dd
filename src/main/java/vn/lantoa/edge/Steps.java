package vn.lantoa.edge;

import org.springframework.core.Ordered;

/// The order in which a request passes our filters, all of them before anything else looks at it.
final class Steps {

  static final int HEADERS = Ordered.HIGHEST_PRECEDENCE;
  static final int HOST = HEADERS + 10;
  static final int LENGTH = HEADERS + 20;

  /// The first to read parameters; by then it is said in which encoding they are.
  static final int TEXT = HEADERS + 30;

  private Steps() {}
}
