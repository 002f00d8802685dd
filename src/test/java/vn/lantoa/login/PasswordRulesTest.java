package vn.lantoa.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// What people may choose (finding W5).
class PasswordRulesTest {

  private static final OrgExamples ORG =
      OrgExamples.in(org.springframework.jdbc.core.simple.JdbcClient.create(TestDatabase.create()));

  private final PasswordRules rules = new PasswordRules(ORG.units());
  private final Account lan =
      new Account(
          7,
          "thuha.bacninh",
          "Trần Thị Thu Hà",
          "thuha@bacninh.example.vn",
          true,
          false,
          null,
          null,
          List.of(new Account.Grant(Role.OFFICER, ORG.department().id())),
          Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ba con vịt bơi qua ao làng",
        "ba con vit boi qua ao lang",
        "spoon kitchen velvet orbit",
        "x7kq-93vm-ra4d-ppwz",
        "mưa rơi trên mái tôn cũ",
        "Gió bấc thổi vào cửa sổ lớp 4B!"
      })
  void takesWhatNobodyGuesses(String password) {
    assertThatCode(() -> rules.check(password, lan)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012",
        "1234567890123456",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "qwertyuiop12",
        "qwertyuiopasdfghjkl",
        "password12345",
        "correct horse battery staple",
        "P@ssw0rd2026!",
        "Iloveyou2026",
        "matkhau12345",
        "Matkhau@2026",
        "M@tkh4u@2026!",
        "mật khẩu 2026",
        "matkhaumatkhau",
        "anhyeuem1234",
        "Anh yêu em 2026",
        "anhyeuem123456789",
        "khongbiet123",
        "vietnam2026!",
        "sinhnhat1990",
        "admin1234567",
        "quantri12345"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(refusal(password)).isEqualTo("password.common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lan-toa-2026",
        "LanToa@2026!",
        "tranthithuha",
        "Trần Thị Thu Hà",
        "thuha.bacninh",
        "ThuHa@123456",
        "thuha.bacninh2026"
      })
  void refusesOnesOwnName(String password) {
    assertThat(refusal(password)).isEqualTo("password.own-words");
  }

  @Test
  void refusesWhatIsTooShortTooLongOrNothing() {
    assertThat(refusal("ngắn quá rồi".substring(0, 11))).isEqualTo("password.short");
    assertThat(refusal(" ".repeat(20))).isEqualTo("password.blank");
    assertThat(refusal("\u3000".repeat(20))).isEqualTo("password.blank");
    assertThat(refusal("một câu dài ".repeat(11))).isEqualTo("password.long");
  }

  /// 86 code points are 119 bytes, and 11 letters in 22 characters are 11.
  @Test
  void countsCharactersAsPeopleDo() {
    var sentence =
        "Sáng nào cũng đạp xe qua cầu gỗ, mua một bó hoa cải vàng cho bà rồi mới vào lớp.";
    assertThatCode(() -> rules.check(sentence, lan)).doesNotThrowAnyException();
    var short11 = Normalizer.normalize("ấmtràsớmmai", Normalizer.Form.NFD);
    assertThat(short11.length()).isGreaterThan(12);
    assertThat(refusal(short11)).isEqualTo("password.short");
  }

  private String refusal(String password) {
    var caught = new String[1];
    assertThatThrownBy(() -> rules.check(password, lan))
        .as(password)
        .isInstanceOfSatisfying(Refusal.class, why -> caught[0] = why.key());
    return caught[0];
  }
}
