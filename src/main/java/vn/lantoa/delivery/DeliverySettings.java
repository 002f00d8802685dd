package vn.lantoa.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the engine paces itself.
///
/// @param retryBase the first wait before another try is anywhere from nothing to this; it doubles
///   with each try
/// @param retryCap no wait is longer
/// @param idle how long a channel without work waits before it looks again; new work wakes it at
///   once
@ConfigurationProperties("lantoa.delivery")
record DeliverySettings(
    @DefaultValue("30s") Duration retryBase,
    @DefaultValue("1h") Duration retryCap,
    @DefaultValue("1s") Duration idle) {}
