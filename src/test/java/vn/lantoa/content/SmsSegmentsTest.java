package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.content.SmsSegments.Encoding;

class SmsSegmentsTest {

  @ParameterizedTest
  @CsvSource({"1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4", "612,4", "613,5"})
  void cutsPlainTextAt160Then153(int length, int segments) {
    var sms = SmsSegments.of("a".repeat(length));

    assertThat(sms).isEqualTo(new SmsSegments(Encoding.GSM7, length, segments));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4", "268,4", "269,5"})
  void cutsUnicodeTextAt70Then67(int length, int segments) {
    var sms = SmsSegments.of("đ".repeat(length));

    assertThat(sms).isEqualTo(new SmsSegments(Encoding.UCS2, length, segments));
  }

  @Test
  void countsExtensionCharactersTwice() {
    assertThat(SmsSegments.of("€".repeat(80))).isEqualTo(new SmsSegments(Encoding.GSM7, 160, 1));
    assertThat(SmsSegments.of("^{}\\[~]|€\f").units()).isEqualTo(20);
  }

  @Test
  void neverSplitsAnEscapePair() {
    var sms = SmsSegments.of("a".repeat(152) + "€" + "a".repeat(152));

    assertThat(sms).isEqualTo(new SmsSegments(Encoding.GSM7, 306, 3));
  }

  @Test
  void neverSplitsASurrogatePair() {
    var sms = SmsSegments.of("đ".repeat(66) + "😀" + "đ".repeat(66));

    assertThat(sms).isEqualTo(new SmsSegments(Encoding.UCS2, 134, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"là nhà", "é è ì ò ù à É", "Ghé xem luc 7:00!", "@£$¥_Δ ÄÖÑÜ§¿äöñü"})
  void keepsWhatGsmKnowsIn7Bits(String text) {
    assertThat(SmsSegments.of(text).encoding()).isEqualTo(Encoding.GSM7);
    assertThat(SmsSegments.firstUnicode(text)).isEmpty();
  }

  @Test
  void ofTheVietnameseLettersGsmKnowsSeven() {
    var letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
    var all = letters + letters.toUpperCase(java.util.Locale.ROOT);

    var known = new StringBuilder();
    all.codePoints()
        .filter(letter -> SmsSegments.firstUnicode(Character.toString(letter)).isEmpty())
        .forEach(known::appendCodePoint);

    assertThat(all).hasSize(134);
    assertThat(known.toString()).isEqualTo("àèéìòùÉ");
  }

  @Test
  void namesTheFirstCharacterThatForcesUnicode() {
    assertThat(SmsSegments.firstUnicode("la nhà đây ạ")).hasValue('đ');
    assertThat(SmsSegments.firstUnicode("ok 😀")).hasValue(0x1F600);
    // The escape itself is no character one can write.
    assertThat(SmsSegments.firstUnicode("a\u001b")).hasValue(0x1b);
  }

  @Test
  void showsWhyDecomposedTextIsPoison() {
    var composed = "ế".repeat(70);
    var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(SmsSegments.of(composed).segments()).isEqualTo(1);
    assertThat(SmsSegments.of(decomposed).segments()).isEqualTo(4);
  }

  @Test
  void anEmptyTextIsNoPart() {
    assertThat(SmsSegments.of("")).isEqualTo(new SmsSegments(Encoding.GSM7, 0, 0));
  }
}
