package vn.lantoa.broadcast;

import java.time.LocalDate;

/// A station has something new to read out. Published in the transaction that adds it.
///
/// @param monday of the week it is for
/// @param delivery the delivery it came with
public record ScriptItemAdded(Station station, LocalDate monday, String title, long delivery) {}
