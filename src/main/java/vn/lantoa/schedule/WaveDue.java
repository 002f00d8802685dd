package vn.lantoa.schedule;

import java.time.Instant;

/// The moment of a wave has come. May be said more than once for the same moment; whoever listens
/// must not mind.
public record WaveDue(long waveId, Instant fireAt) {}
