package vn.lantoa.audience;

/// A list of people was taken in: who counts on how many they are looks again. Published in the
/// transaction that takes it in.
///
/// @param unitId of the list; its people belong to the unit or to those below
public record PeopleAdded(long unitId) {}
