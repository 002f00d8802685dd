package vn.lantoa.lab.sandbox;

import java.time.Duration;

/// Something a provider does wrong, and how often: `Fault.refuse(429, 20429).next(3)`.
///
/// @param only strikes messages to addresses that contain this; empty: to anybody
public record Fault(Effect effect, Occurrence when, String only) {

  /// Refuses with this HTTP status and the provider's own code.
  public static Fault refuse(int status, int code) {
    return always(new Effect.Refuse(status, code, Duration.ZERO));
  }

  /// Too many requests: come back later.
  public static Fault busy(int code, Duration retryAfter) {
    return always(new Effect.Refuse(429, code, retryAfter));
  }

  /// The mail server refuses at this step, with these words: `550 5.1.1 no such user`.
  public static Fault smtp(Stage stage, int reply, String words) {
    return always(new Effect.SmtpRefuse(stage, reply, words));
  }

  /// Takes the message and lets the caller wait.
  public static Fault slow(Duration by) {
    return always(new Effect.Slow(by));
  }

  /// Hangs up without taking the message.
  public static Fault dropBefore() {
    return always(new Effect.DropBefore());
  }

  /// Takes the message and hangs up without an answer: by mail, after the final dot.
  public static Fault dropAfter() {
    return always(new Effect.DropAfter());
  }

  /// By mail: hangs up in the middle of the letter.
  public static Fault dropDuring() {
    return always(new Effect.DropDuring());
  }

  /// By mail: hangs up when a connection has brought so many letters and begins another.
  public static Fault closeAfter(int letters) {
    return always(new Effect.CloseAfter(letters));
  }

  /// Lets the caller wait, without taking the message; hangs up in the end.
  public static Fault stall(Duration by) {
    return always(new Effect.Stall(by));
  }

  /// Takes the message and answers byte by byte.
  public static Fault drip(Duration each) {
    return always(new Effect.Drip(each));
  }

  /// Takes the message and says that it did not.
  public static Fault refuseTaken(int status, int code) {
    return always(new Effect.RefuseTaken(new Effect.Refuse(status, code, Duration.ZERO)));
  }

  /// Takes the message and answers with something that cannot be read.
  public static Fault garbled() {
    return always(new Effect.Garbled());
  }

  public Fault next(int messages) {
    return new Fault(effect, new Occurrence.Next(messages), only);
  }

  public Fault every(int nth) {
    return new Fault(effect, new Occurrence.Every(nth), only);
  }

  /// Happens by chance.
  ///
  /// @param share between 0 and 1
  public Fault share(double share) {
    return new Fault(effect, new Occurrence.Share(share), only);
  }

  /// Strikes only messages to addresses that contain this.
  public Fault only(String part) {
    return new Fault(effect, when, part);
  }

  private static Fault always(Effect effect) {
    return new Fault(effect, new Occurrence.Every(1), "");
  }

  /// What happens.
  public sealed interface Effect {
    /// Refuses with a code.
    ///
    /// @param retryAfter zero: the provider does not say
    record Refuse(int status, int code, Duration retryAfter) implements Effect {}

    record SmtpRefuse(Stage stage, int reply, String words) implements Effect {}

    record Slow(Duration by) implements Effect {}

    record DropBefore() implements Effect {}

    record DropAfter() implements Effect {}

    record DropDuring() implements Effect {}

    record CloseAfter(int letters) implements Effect {}

    record Stall(Duration by) implements Effect {}

    record Drip(Duration each) implements Effect {}

    record RefuseTaken(Refuse refusal) implements Effect {}

    record Garbled() implements Effect {}
  }

  /// The step of a letter at which the mail server refuses.
  public enum Stage {
    MAIL,
    RCPT,
    DATA
  }

  /// Which messages it happens to.
  public sealed interface Occurrence {
    record Next(int messages) implements Occurrence {}

    record Every(int nth) implements Occurrence {}

    record Share(double share) implements Occurrence {}
  }
}
