package vn.lantoa.common;

import java.time.ZoneId;

/// The zone people here live in. It has no daylight saving time.
public final class Zones {

  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Zones() {}
}
