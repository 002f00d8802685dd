package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.common.Channel;

/// What befalls the first recipients of a crowd, one each, and what must become of their messages;
/// the others' must be sent: a fault that strikes one must cost one.
record FaultCases(Channel channel, List<Case> cases) {

  /// @param end the statuses the message may end in, `|` between them; `SENT` is also what came of
  ///   it later
  record Case(String end, FaultOrder order) {}

  int size() {
    return cases.size();
  }

  /// Orders the faults and plans a sending to the crowd, due at once.
  Sending plan(Bench bench, Crowd crowd) {
    for (int i = 0; i < cases.size(); i++) {
      bench.standIns().order(cases.get(i).order().only(crowd.of(channel).get(i)));
    }
    return bench.desk().plan(crowd, Duration.ofSeconds(1), channel);
  }

  /// Messages that came to another end than they must.
  List<String> wrong(Bench bench, Sending sending) {
    var addresses = sending.addresses().getOrDefault(channel, List.of());
    var wrong = new ArrayList<String>();
    for (var row : bench.ledger().of(sending)) {
      int number = addresses.indexOf(row.address());
      var fault = number < cases.size() ? cases.get(number).order().kind() : "–";
      if (!isRight(row, number < cases.size() ? cases.get(number).end() : "SENT")) {
        wrong.add(channel + " " + fault + " " + row.status() + " " + row.reason());
      }
    }
    return wrong;
  }

  private static boolean isRight(LedgerRow row, String end) {
    return row.isSaidSent() && end.contains("SENT") || row.status().matches(end);
  }
}
