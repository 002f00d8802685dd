package vn.lantoa.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/// A day has begun in a zone. Each is published once, whatever the number of nodes; those that
/// passed while nothing ran are made up one by one, in their order.
///
/// Listen with a plain `@EventListener`: it runs in the transaction that writes down that the day
/// has begun, so its work and that mark come together or not at all, also through a crash. A
/// listener that throws keeps the day, and those after it, from beginning for everybody: one that
/// goes through many rows deals itself with a row that is at fault. Nothing outside the database
/// may be done here: the transaction may fail afterwards.
///
/// @param day the day the work is to be done for. When it is made up, later ones have come already:
///   ask this and not the clock
public record DayBegan(LocalDate day, ZoneId zone) {}
