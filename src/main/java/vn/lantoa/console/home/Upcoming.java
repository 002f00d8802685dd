package vn.lantoa.console.home;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Channel;

/// A wave that goes out soon.
public record Upcoming(
    Instant at, long campaignId, String campaign, String title, List<Channel> channels) {}
