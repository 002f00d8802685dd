package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.AddressInName;
import vn.lantoa.common.Channel;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Purpose;

/// Makes people of rows, and says of each row that is wrong what is wrong with it.
final class PersonReader {

  /// The ends of lines and paragraphs, too.
  private static final Pattern BLANKS = Pattern.compile("[\\s\\x85\\p{Z}]+");

  /// What comes along unseen from pages and other programs, and means nothing in a name: soft
  /// hyphens, joiners, marks of direction, of byte order and for places where a line may break.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u00AD\\u180E\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]");

  /// What names in the fonts of before Unicode (TCVN3) are full of, and names in broken UTF-8.
  private static final Pattern OLD_FONT = Pattern.compile("[¡-©«-±´-¹»-¿×÷Þ€™‰„†‡]|\\uFFFD");

  /// It would go onto the letter before the name.
  private static final Pattern LOOSE_MARK = Pattern.compile("^\\p{M}");

  /// An Icelandic letter that looks like ours; some keyboards write it.
  private static final String ETH = "\u00D0";

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST = 200;

  private final long unitId;
  private final Layout layout;
  private final String audience;
  private final AudienceNames audiences;
  private final UnitNames units;
  private final Addresses addresses;
  private final Rights rights;
  private final String source;
  private final Purpose purpose;

  /// @param unitId where rows without a unit belong
  /// @param audience the group of rows that name none; empty: they must
  /// @param source what a tick in the column of consent is written down as
  /// @param purpose what those agreed to who agreed
  PersonReader(
      long unitId,
      Layout layout,
      String audience,
      AudienceNames audiences,
      UnitNames units,
      Addresses addresses,
      Rights rights,
      String source,
      Purpose purpose) {
    this.purpose = purpose;
    this.unitId = unitId;
    this.layout = layout;
    this.audience = audience;
    this.audiences = audiences;
    this.units = units;
    this.addresses = addresses;
    this.rights = rights;
    this.source = source;
  }

  /// The people of a row, mostly one; none when something is wrong with it.
  List<NewRecipient> people(RowCells row) {
    var name = name(row);
    var group = audience(row);
    var phones = addresses.phones(row);
    var emails = addresses.emails(row);
    if (phones.isEmpty() && emails.isEmpty() && !row.isRefused()) {
      row.error(Field.PHONE, "no-address");
    }
    long unit = unit(row);
    var code = row.cell(Field.CODE);
    if (code.length() > LONGEST) {
      row.error(Field.CODE, "too-long");
    }
    var consent = consent(row);
    if (row.isRefused()) {
      return List.of();
    }
    var people = new ArrayList<NewRecipient>();
    for (int i = 0; i < Math.max(phones.size(), emails.size()); i++) {
      var reached = new HashMap<Channel, String>();
      if (i < phones.size()) {
        reached.put(Channel.SMS, phones.get(i));
      }
      if (i < emails.size()) {
        reached.put(Channel.EMAIL, emails.get(i));
      }
      var own = i == 0 || code.isEmpty() ? code : code + "-" + (i + 1);
      people.add(new NewRecipient(unit, name, group, own, reached, consent, purpose));
    }
    people.forEach(person -> rights.look(row, person));
    return row.isRefused() ? List.of() : people;
  }

  private String name(RowCells row) {
    var whole =
        layout.place(Field.NAME) >= 0
            ? row.cell(Field.NAME)
            : (row.cell(Field.FAMILY) + " " + row.cell(Field.GIVEN)).strip();
    var name = plain(whole);
    var at = layout.place(Field.NAME) >= 0 ? Field.NAME : Field.GIVEN;
    if (name.isEmpty()) {
      row.error(at, "name-missing");
    } else if (name.length() > LONGEST_NAME) {
      row.error(at, "name-long");
    } else if ("=+-@".indexOf(name.charAt(0)) >= 0) {
      row.error(at, "name-formula");
    } else if (name.codePoints().anyMatch(PlainLine::isUnfit) || LOOSE_MARK.matcher(name).find()) {
      row.error(at, "name-characters");
    } else if (AddressInName.isIn(name)) {
      row.error(at, "name-address");
    } else if (OLD_FONT.matcher(name).find()) {
      row.error(at, "name-font");
    } else if (name.chars().noneMatch(Character::isLetter)) {
      row.error(at, "name-no-letters");
    }
    return name;
  }

  private static String plain(String name) {
    var seen = UNSEEN.matcher(name).replaceAll("");
    return BLANKS.matcher(seen).replaceAll(" ").strip().replace(ETH, "Đ");
  }

  private String audience(RowCells row) {
    var said = row.cell(Field.AUDIENCE);
    if (said.isEmpty() && !audience.isEmpty()) {
      return audience;
    }
    var found = audiences.of(said);
    if (found.size() == 1) {
      return found.getFirst();
    }
    row.error(
        Field.AUDIENCE,
        found.isEmpty() ? "audience-unknown" : "audience-unclear",
        audiences.told(found));
    return "";
  }

  private long unit(RowCells row) {
    var said = row.cell(Field.UNIT);
    if (said.isEmpty()) {
      return unitId;
    }
    var found = units.of(said);
    if (found.size() == 1) {
      return found.getFirst().id();
    }
    if (found.isEmpty()) {
      row.error(Field.UNIT, units.isElsewhere(said) ? "unit-foreign" : "unit-unknown");
    } else {
      row.error(Field.UNIT, "unit-unclear", units.told(found));
    }
    return unitId;
  }

  private String consent(RowCells row) {
    var said = row.cell(Field.CONSENT);
    if (said.length() > LONGEST) {
      row.error(Field.CONSENT, "too-long");
    }
    return ConsentWords.source(said, source);
  }
}
