package vn.lantoa.lab.faults;

import java.time.Instant;

/// One message a stand-in accepted.
///
/// @param address number, address or page
/// @param mark the Message-ID or the provider's own name for it; empty: none
record JournalEntry(Instant at, String channel, String address, String mark) {

  private static final String TAB = "\t";

  String line() {
    return String.join(
            TAB, at.toString(), channel, address.replace('\t', ' '), mark.replace('\t', ' '))
        + "\n";
  }

  static JournalEntry read(String line) {
    var fields = line.split(TAB, -1);
    return new JournalEntry(Instant.parse(fields[0]), fields[1], fields[2], fields[3]);
  }
}
