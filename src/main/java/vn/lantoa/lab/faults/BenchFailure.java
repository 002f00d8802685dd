package vn.lantoa.lab.faults;

import java.util.List;

/// Why a trial cannot be carried out, as a sentence: a key of the messages (`cli.faults.<key>`)
/// with its arguments. It says nothing about the product.
final class BenchFailure extends RuntimeException {

  private final String key;
  private final transient List<Object> arguments;

  BenchFailure(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String sentence() {
    return Words.of("cli.faults." + key, arguments.toArray());
  }
}
