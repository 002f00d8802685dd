package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.roster.PhoneCell.Kind;

/// Reads the numbers and addresses of a row, by what was said about those that are more than one.
final class Addresses {

  private static final int LONGEST = 200;

  private final Several several;
  private final MobileNumbers numbers;

  Addresses(Several several, MobileNumbers numbers) {
    this.several = several;
    this.numbers = numbers;
  }

  /// Those a text message may go to.
  List<String> phones(RowCells row) {
    if (isLong(row, Field.PHONE)) {
      return List.of();
    }
    var cell = PhoneCell.of(row.cell(Field.PHONE));
    var good = new ArrayList<String>();
    int errors = row.errors().size();
    for (var number : cell.numbers()) {
      switch (number.kind()) {
        case MOBILE -> good.add(number.e164());
        case RENUMBERED -> {
          good.add(number.e164());
          row.remark(Field.PHONE, "phone-renumbered", number.e164().replaceFirst("\\+84", "0"));
        }
        case FOREIGN -> {
          if (numbers.allow(number.e164())) {
            good.add(number.e164());
          } else {
            row.error(Field.PHONE, "phone-foreign");
          }
        }
        case DESTROYED -> row.error(Field.PHONE, "phone-destroyed");
        case SERVICE -> row.error(Field.PHONE, "phone-service");
        case WRONG -> row.error(Field.PHONE, "phone-wrong");
        case LANDLINE -> {}
      }
    }
    if (row.errors().size() > errors) {
      return List.of();
    }
    if (cell.numbers().stream().anyMatch(number -> number.kind() == Kind.LANDLINE)) {
      landline(row, good);
    }
    if (!cell.note().isEmpty() && !good.isEmpty()) {
      row.remark(Field.PHONE, "phone-note", cell.note());
    }
    return chosen(row, Field.PHONE, "phone", good);
  }

  /// No text message reaches it: it is left out, and where nothing else is there, the row.
  private static void landline(RowCells row, List<String> good) {
    boolean other =
        !good.isEmpty()
            || EmailCell.of(row.cell(Field.EMAIL)).addresses().stream()
                .anyMatch(address -> address.isPresent());
    if (other) {
      row.remark(Field.PHONE, "phone-landline", "");
    } else {
      row.error(Field.PHONE, "phone-only-landline");
    }
  }

  /// Before anybody looks for numbers in a novel.
  private static boolean isLong(RowCells row, Field field) {
    if (row.cell(field).length() > LONGEST) {
      row.error(field, "too-long");
      return true;
    }
    return false;
  }

  List<String> emails(RowCells row) {
    if (isLong(row, Field.EMAIL)) {
      return List.of();
    }
    var addresses = EmailCell.of(row.cell(Field.EMAIL)).addresses();
    if (addresses.stream().anyMatch(java.util.Optional::isEmpty)) {
      row.error(Field.EMAIL, "email-wrong");
      return List.of();
    }
    return chosen(
        row,
        Field.EMAIL,
        "email",
        addresses.stream()
            .map(address -> address.map(EmailAddress::value).orElse(""))
            .filter(Objects::nonNull)
            .toList());
  }

  private List<String> chosen(RowCells row, Field field, String kind, List<String> found) {
    if (found.size() < 2) {
      return found;
    }
    return switch (several) {
      case ASK, REFUSE -> {
        row.error(field, kind + "-several");
        yield List.of();
      }
      case FIRST -> {
        row.remark(field, kind + "-first", found.getFirst());
        yield found.subList(0, 1);
      }
      case EACH -> found;
    };
  }
}
