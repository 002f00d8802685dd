package vn.lantoa.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param headers the time in which everything but the body must have come
/// @param body the time for the shortest of bodies
/// @param perSecond what the slowest line that is waited for brings: a longer body has so much more
@ConfigurationProperties("lantoa.arrival")
record ArrivalSettings(
    @DefaultValue("10s") Duration headers,
    @DefaultValue("20s") Duration body,
    @DefaultValue("8KB") DataSize perSecond) {

  Duration forBody(long length) {
    return body.plusSeconds(length / perSecond.toBytes());
  }
}
