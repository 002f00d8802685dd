package vn.lantoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressInNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ba. VNeID bị khóa, vào https://evil.example.vn/khoa ngay",
        "Ông Ba (gọi 0900123456 nhận quà)",
        "Ông Ba 090.012.34.56",
        "Ông Ba +84 900 123 456",
        "Ông Ba 1900 1234",
        "[bấm đây](https://evil.vn)",
        "{{link}} Ba",
        "bit.ly/abc",
        "BIT.LY/abc",
        "vào VNEID-XA.COM",
        "qua.top nhé",
        "ba@xa.vn",
        "evil．vn/x",
        "evil。vn",
        "evil｡vn",
        "https：／／evil．vn",
        "０９００１２３４５６",
        "𝟎𝟗𝟎𝟎𝟏𝟐𝟑𝟒𝟓𝟔",
        "٠٩٠٠١٢٣٤٥٦",
        "Zalo @ongba",
        "Trúng 5 triệu vào evil.casino",
        "evil.travel",
        "Evil.Museum nhé",
        "evil.zip",
        "evil.рф",
        "evil.中国"
      })
  void isSeen(String name) {
    assertThat(AddressInName.isIn(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PGS.TS. Nguyễn Văn An",
        "TS.BS Lê Văn Hà",
        "BS.CKII.Trần Thị Lan",
        "Cô giáo ThS.Hà",
        "PGS.TS Nguyễn Văn An",
        "Ths.Nguyễn Thị Bình",
        "BS.CKII Lê Văn C",
        "Nguyễn T.B.Ngọc",
        "Nguyễn Văn An (lớp 10A1, 2010-2011)",
        "Trần Văn Dũng / Lê Thị Em",
        "Phạm Thị Hoa 01.02.1990",
        "Hộ số 12, ngõ 345, tổ 6",
        "UBND TP.HCM",
        "Nguyễn Văn An*"
      })
  void isNotSeenWhereThereIsNone(String name) {
    assertThat(AddressInName.isIn(name)).isFalse();
  }
}
