package vn.lantoa.edge;

import java.util.List;

/// What nobody means to send: each a value for one field, percent-encoded as it goes over the wire,
/// so that it may be no text at all.
final class Nonsense {

  static final List<String> VALUES =
      List.of(
          "%00",
          "a%00b",
          // Half of a pair, as UTF-8 does not allow it; and no UTF-8.
          "%ED%A0%80",
          "%FF%FE",
          "%C0%80",
          "%zz",
          "x".repeat(300_000),
          "x".repeat(5_000),
          "x".repeat(260),
          "%F0%9F%98%80".repeat(150),
          "",
          "%20",
          "abc",
          "-1",
          "0",
          "1",
          "1.5",
          "1e9",
          "NaN",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "9".repeat(100),
          "NO_SUCH_WORD",
          "FAILED",
          "sms",
          "true",
          "2026-02-30",
          "0000-00-00",
          "-999999999-01-01",
          "-999999999-01-01",
          "%2B999999999-12-31",
          "10000-01-01",
          "31/12/9999",
          "24:00",
          "-1:-1",
          "1970-01-01T00:00:00Z",
          "%2B1000000000-12-31T23:59:59.999999999Z",
          "a%0D%0Ab",
          "a%09b",
          "%C2%85%E2%80%A8%E2%80%AE%EF%BB%BF",
          "%EF%BF%BE",
          "a%CC%81".repeat(100),
          "..%2F..%2Fx",
          "%25%5F%5C",
          "%27%22%3B--",
          "%7B%7Bx%7D%7D%24%7B7*7%7D",
          "%3Cscript%3E",
          "*%20*%20*%20*%20*%20*",
          "0%200%2031%202%20*%20?",
          "%5B%22a%22%5D",
          "(%5B%7B%3F*%2B",
          "csv",
          "xlsx");

  private Nonsense() {}
}
