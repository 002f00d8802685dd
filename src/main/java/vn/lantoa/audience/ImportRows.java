package vn.lantoa.audience;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.audience.ImportColumns.Column;
import vn.lantoa.audience.RecipientImport.RowError;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.PhoneNumber;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// Makes a recipient of each row of one file, and says of each row that is wrong what is wrong.
final class ImportRows {

  private static final int LONGEST_NAME = 120;

  private final long unitId;
  private final OrgUnits units;
  private final Map<String, Long> unitsByCode = new HashMap<>();
  private final Collection<String> audiences;
  private final List<RowError> errors;

  /// @param unitId where rows without a unit code belong, and the top of those a code may name
  /// @param errors what is wrong is added here
  ImportRows(long unitId, OrgUnits units, Collection<String> audiences, List<RowError> errors) {
    this.unitId = unitId;
    this.units = units;
    this.audiences = audiences;
    this.errors = errors;
    units.subtree(unitId).forEach(unit -> unitsByCode.put(unit.code(), unit.id()));
  }

  /// The recipient of a row; empty when something is wrong with it, which is then among the errors.
  Optional<NewRecipient> recipient(ImportRow row) {
    int before = errors.size();
    var name = row.cell(Column.NAME);
    if (name.isEmpty()) {
      errors.add(row.error(Column.NAME, "name-missing"));
    } else if (name.length() > LONGEST_NAME) {
      errors.add(row.error(Column.NAME, "name-long"));
    } else if ("=+-@".indexOf(name.charAt(0)) >= 0
        || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(row.error(Column.NAME, "name-formula"));
    }
    var audience = ImportColumns.plain(row.cell(Column.AUDIENCE)).replace(' ', '-');
    if (!audiences.contains(audience)) {
      errors.add(row.error(Column.AUDIENCE, "audience-unknown"));
    }
    var addresses = addresses(row);
    if (addresses.isEmpty() && errors.size() == before) {
      errors.add(row.error(Column.PHONE, "no-address"));
    }
    var unit = unit(row);
    return errors.size() > before
        ? Optional.empty()
        : Optional.of(
            new NewRecipient(
                unit, name, audience, row.cell(Column.CODE), addresses, row.cell(Column.CONSENT)));
  }

  private Map<Channel, String> addresses(ImportRow row) {
    var addresses = new HashMap<Channel, String>();
    var phone = row.cell(Column.PHONE);
    if (!phone.isEmpty()) {
      PhoneNumber.parse(phone)
          .ifPresentOrElse(
              number -> addresses.put(Channel.SMS, number.e164()),
              () -> errors.add(row.error(Column.PHONE, "phone-wrong")));
    }
    var email = row.cell(Column.EMAIL);
    if (!email.isEmpty()) {
      EmailAddress.parse(email)
          .ifPresentOrElse(
              address -> addresses.put(Channel.EMAIL, address.value()),
              () -> errors.add(row.error(Column.EMAIL, "email-wrong")));
    }
    return addresses;
  }

  private long unit(ImportRow row) {
    var code = row.cell(Column.UNIT);
    if (code.isEmpty()) {
      return unitId;
    }
    var known = unitsByCode.get(code);
    if (known == null) {
      Optional<OrgUnit> elsewhere = units.byCode(code);
      errors.add(row.error(Column.UNIT, elsewhere.isPresent() ? "unit-foreign" : "unit-unknown"));
      return unitId;
    }
    return known;
  }
}
