package vn.lantoa.audience;

import java.util.List;
import vn.lantoa.audience.Recipients.NewRecipient;

/// Where somebody of a unit is to be reached.
record ListedAddress(String channel, String address, long unit) {

  static List<ListedAddress> of(List<NewRecipient> people) {
    return people.stream().flatMap(one -> of(one).stream()).toList();
  }

  static List<ListedAddress> of(NewRecipient person) {
    return person.addresses().entrySet().stream()
        .map(point -> new ListedAddress(point.getKey().key(), point.getValue(), person.unitId()))
        .toList();
  }
}
