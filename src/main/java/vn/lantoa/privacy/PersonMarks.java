package vn.lantoa.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import vn.lantoa.common.Folded;

/// By what a list would bring a person back: an address; where others share it, only together with
/// the name; the code of his unit.
public final class PersonMarks {

  private PersonMarks() {}

  /// What is remembered of one who is erased.
  ///
  /// @param codes as of [#code]
  public static Set<String> of(DataSubject subject, Collection<String> codes) {
    var marks = new HashSet<>(codes);
    for (var address : subject.addresses()) {
      if (subject.own().contains(address)) {
        marks.add(address(address));
      } else {
        subject.names().forEach(name -> marks.add(named(address, name)));
      }
    }
    return marks;
  }

  /// What is asked of a row.
  public static Set<String> of(String name, Collection<String> addresses) {
    var marks = new HashSet<String>();
    for (var address : addresses) {
      marks.add(address(address));
      marks.add(named(address, name));
    }
    return marks;
  }

  public static String code(long unitId, String code) {
    return "code:" + unitId + ":" + code.strip();
  }

  private static String address(String address) {
    return "address:" + address;
  }

  private static String named(String address, String name) {
    return "address:" + address + ":" + Folded.of(name).strip();
  }
}
