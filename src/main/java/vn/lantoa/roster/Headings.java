package vn.lantoa.roster;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What headings mean: in Vietnamese, with or without marks, or in English. Known whole, or by the
/// words in them.
final class Headings {

  /// The better ones first: where a file has two of a kind, it decides.
  private static final Map<String, Meaning> WHOLE =
      meanings(
          """
          NAME: ho ten, ho va ten, ho ten nguoi nhan, ho va ten nguoi nhan, name, full name, \
            fullname, nguoi nhan, ho ten day du
          FAMILY: ho dem, ho va dem, ho lot, ho va ten dem, ho ten dem, ho chu lot, ho va chu lot, ho, \
            last name, family name, surname
          GIVEN: ten, first name, given name
          AUDIENCE: doi tuong, nhom doi tuong, nhom nguoi nhan, doi tuong nhan tin, nhom, loai doi \
            tuong, vai tro, audience, group
          PHONE: dien thoai, so dien thoai, sdt, so dt, dt, dtdd, di dong, dien thoai di dong, phone, \
            phone number, mobile, sms, tel
          EMAIL: email, e mail, dia chi email, thu dien tu, dia chi thu dien tu, mail, gmail
          UNIT: ma don vi, don vi, ten don vi, don vi cong tac, truong, truong hoc, ten truong, ma \
            truong, co quan, xa phuong, xa, phuong, xa phuong dac khu, thon, to dan pho, thon to \
            dan pho, khu pho, unit, unit code, school
          CODE: ma, ma so, code, id, ma nguoi nhan, ma hoc sinh, ma hs, ma phu huynh, ma giao vien, \
            ma gv, ma can bo, ma nhan vien, ma nv, so hieu, ma dinh danh
          CONSENT: dong y, su dong y, dong y nhan tin, nguon dong y, consent
          NOTHING: stt, tt, so tt, so thu tu, no, lop, ten lop, ma lop, khoi, ghi chu, ly do, dia chi, \
            dia chi thuong tru, dan toc, ton giao, que quan, noi sinh, chuc vu, chuc danh, cccd, \
            so cccd, cmnd, so cmnd, so cmnd cccd, nam nu, nu, quan he, nghe nghiep, facebook, \
            note, notes, address, class, gender, birthday, date of birth
          """);

  private static final List<Map.Entry<Field, Pattern>> BY_WORDS =
      List.of(
          entry(
              Field.NOTHING,
              Pattern.compile("(ngay|nam|thang|gioi|noi|que|so can cuoc|cccd|ghi chu)\\b.*")),
          entry(Field.EMAIL, Pattern.compile("(.* )?(e ?mail|gmail|thu dien tu)( .*)?")),
          entry(
              Field.PHONE,
              Pattern.compile(
                  "(.* )?(sdt|sodt|dtdd|dien thoai|di dong|mobile|phone|zalo|tel|hotline|so dt|dt lien he)( .*)?")),
          entry(Field.CONSENT, Pattern.compile("(phieu |y kien )?dong y( .*)?")),
          entry(Field.AUDIENCE, Pattern.compile("(nhom )?doi tuong( .*)?")),
          entry(
              Field.NAME,
              Pattern.compile(
                  "(ho (va )?ten|ten|nguoi (lien he|giam ho|dai dien)|phu huynh|cha me|hoc sinh|giao vien|bo|me|cha)( .*)?")),
          entry(Field.UNIT, Pattern.compile("(ma|ten) (don vi|truong|co quan) .*")));

  private Headings() {}

  private static Map<String, Meaning> meanings(String text) {
    var meanings = new HashMap<String, Meaning>();
    text.lines()
        .forEach(line -> {
          var field = Field.valueOf(line.substring(0, line.indexOf(':')));
          var headings = line.substring(line.indexOf(':') + 1).split(",");
          for (int place = 0; place < headings.length; place++) {
            meanings.put(
                headings[place].replaceAll("\\s+", " ").strip(), new Meaning(field, place));
          }
        });
    return Map.copyOf(meanings);
  }

  static Optional<Meaning> of(String heading) {
    var plain = Plain.heading(heading);
    if (plain.isEmpty() || plain.length() > 60) {
      return Optional.empty();
    }
    return Optional.ofNullable(WHOLE.get(plain))
        .or(() ->
            BY_WORDS.stream()
                .filter(one -> one.getValue().matcher(plain).matches())
                .findFirst()
                .map(one -> new Meaning(one.getKey(), Meaning.BY_WORDS)));
  }
}
