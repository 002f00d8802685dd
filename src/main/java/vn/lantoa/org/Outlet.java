package vn.lantoa.org;

import vn.lantoa.common.Channel;

/// A place where a unit itself publishes: a Facebook page, a Zalo account, a Telegram channel, a
/// portal column.
///
/// @param address what the provider calls it (page id, OA id, chat id, column name)
public record Outlet(
    long id, long unitId, Channel channel, String address, String name, boolean active) {}
