package vn.lantoa.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;

class PublicNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UBND xã Hải Sơn",
        "UBND TP.HCM",
        "UBND t.Hải Dương",
        "Trường THCS 19/5 (cơ sở 2)",
        "Trường THPT số 1 Krông Păk",
        "Sở GD&ĐT – Văn phòng",
        "Trường M'Gar, xã Čư Êbur",
        "Tổ dân phố 12, 13 và 14",
        "Phát thanh 30/4/1975",
        ""
      })
  void isWhatPeopleCallAPlace(String name) {
    assertThat(PublicName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bit.ly/abc nhan qua",
        "bit.ly nhan qua",
        "Quà tại T.ly",
        "vneid-xa.com",
        "http://a.vn",
        "Goi ngay 0900123456",
        "Gọi 090 012 34 56",
        "Gọi 1900.1234 (24)",
        "{{link}}",
        "a@b",
        "Xã Một: nhận quà",
        "Nhận/Quà"
      })
  void isNoPlaceForAnAddress(String name) {
    assertThatThrownBy(() -> PublicName.of(name))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("unit.name-address");
  }

  @ParameterizedTest
  @CsvSource({
    "UBND tỉnh Hải Thịnh, Ủy ban nhân dân tỉnh Hải Thịnh",
    "UBND tỉnh Hải Thịnh, Uỷ Ban Nhân Dân t. Hải Thịnh",
    "UBND phường Sông Thắm, UBND p. Sông Thắm",
    "UBND thành phố Hải Thịnh, UBND TP.Hải Thịnh",
    "Sở Giáo dục và Đào tạo, Sở GD&ĐT",
    "Sở Giáo dục và Đào tạo, Sở GDĐT",
  })
  void isTheSameHoweverItIsShortened(String name, String other) {
    assertThat(PublicName.said(other)).isEqualTo(PublicName.said(name));
  }
}
