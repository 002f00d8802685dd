package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.Fault;

/// A fault as the bench orders it from the stand-ins: one line of text.
///
/// @param only part of the addresses it strikes; empty: anybody's
/// @param messages how many it strikes; 0: all
/// @param kind as [#fault()] knows it
record FaultOrder(Channel channel, String only, int messages, String kind, List<String> arguments) {

  static FaultOrder of(Channel channel, String kind, Object... arguments) {
    return new FaultOrder(
        channel, "", 0, kind, List.of(arguments).stream().map(String::valueOf).toList());
  }

  FaultOrder only(String part) {
    return new FaultOrder(channel, part, messages, kind, arguments);
  }

  FaultOrder next(int number) {
    return new FaultOrder(channel, only, number, kind, arguments);
  }

  String line() {
    var words = new ArrayList<>(List.of(channel.key(), only, Integer.toString(messages), kind));
    words.addAll(arguments);
    return String.join("\t", words);
  }

  static FaultOrder read(String line) {
    var words = List.of(line.split("\t", -1));
    return new FaultOrder(
        new Channel(words.get(0)),
        words.get(1),
        Integer.parseInt(words.get(2)),
        words.get(3),
        words.subList(4, words.size()));
  }

  Fault fault() {
    var fault =
        switch (kind) {
          case "refuse" -> Fault.refuse(number(0), number(1));
          case "refuse-taken" -> Fault.refuseTaken(number(0), number(1));
          case "busy" -> Fault.busy(number(0), seconds(1));
          case "smtp" ->
              Fault.smtp(Fault.Stage.valueOf(arguments.get(0)), number(1), arguments.get(2));
          case "slow" -> Fault.slow(seconds(0));
          case "stall" -> Fault.stall(seconds(0));
          case "drip" -> Fault.drip(seconds(0));
          case "close-after" -> Fault.closeAfter(number(0));
          case "drop-before" -> Fault.dropBefore();
          case "drop-during" -> Fault.dropDuring();
          case "drop-after" -> Fault.dropAfter();
          case "garbled" -> Fault.garbled();
          default -> throw new IllegalArgumentException(kind);
        };
    var limited = messages == 0 ? fault : fault.next(messages);
    return only.isEmpty() ? limited : limited.only(only);
  }

  private int number(int argument) {
    return Integer.parseInt(arguments.get(argument));
  }

  private Duration seconds(int argument) {
    return Duration.ofSeconds(number(argument));
  }
}
