package vn.lantoa.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import vn.lantoa.common.Folded;

/// By what a list of his unit would bring a person back: an address; where others share it, only
/// together with the name; the code the unit gave him. Other units have people of their own, and do
/// not learn what he asked of this one.
public final class PersonMarks {

  private PersonMarks() {}

  /// What is remembered of one who is erased.
  ///
  /// @param codes as of [#code]
  public static Set<String> of(DataSubject subject, Collection<String> codes) {
    var marks = new HashSet<>(codes);
    for (var address : subject.addresses()) {
      if (subject.own().contains(address)) {
        marks.add(address(subject.unitId(), address));
      } else {
        subject.names().forEach(name -> marks.add(named(subject.unitId(), address, name)));
      }
    }
    return marks;
  }

  /// What is asked of a row.
  public static Set<String> of(long unitId, String name, Collection<String> addresses) {
    var marks = new HashSet<String>();
    for (var address : addresses) {
      marks.add(address(unitId, address));
      marks.add(named(unitId, address, name));
    }
    return marks;
  }

  public static String code(long unitId, String code) {
    return "code:" + unitId + ":" + code.strip();
  }

  private static String address(long unitId, String address) {
    return "address:" + unitId + ":" + address;
  }

  private static String named(long unitId, String address, String name) {
    return address(unitId, address) + ":" + Folded.of(name).strip();
  }
}
