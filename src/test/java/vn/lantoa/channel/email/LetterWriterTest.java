package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;

/// The raw letter, as the mail programs of its readers get it.
class LetterWriterTest {

  private static final OutgoingMessage LETTER = ChannelExamples.letter(41, "thao@example.edu.vn");

  @Test
  void saysWhichListItBelongsToAndItsLanguage() throws Exception {
    var letter = read(EmailExamples.writer().write(LETTER));

    var list = MimeUtility.unfold(letter.getHeader("List-Id", null));
    assertThat(MimeUtility.decodeText(list))
        .isEqualTo("Trường THCS Thị trấn Cát Hải <unit-3.example.edu.vn>");
    assertThat(letter.getContentLanguage()).containsExactly("vi");
  }

  @Test
  void saysWhereOneReadsWhatIsKeptOfOne() throws Exception {
    var raw = new String(EmailExamples.writer().write(LETTER).bytes(), US_ASCII);
    var script =
        ChannelExamples.message(42, Channel.EMAIL, Target.STATION, "school@example.edu.vn");
    var toStation = new String(EmailExamples.writer().write(script).bytes(), US_ASCII);

    assertThat(raw).contains("/rieng-tu");
    assertThat(toStation).doesNotContain("/rieng-tu");
  }

  @Test
  void aLetterNobodyCanRefuseIsOfNoList() throws Exception {
    var script =
        ChannelExamples.message(42, Channel.EMAIL, Target.STATION, "school@example.edu.vn");

    var letter = read(EmailExamples.writer().write(script));

    assertThat(letter.getHeader("List-Id")).isNull();
    assertThat(letter.getContentLanguage()).containsExactly("vi");
  }

  @Test
  void quotesANameThatHoldsSignsOfItsOwn() throws Exception {
    var letter =
        read(EmailExamples.writer().write(ChannelExamples.withUnitName(LETTER, "UBND, \"A\" <b>")));

    assertThat(letter.getHeader("List-Id", null))
        .isEqualTo("\"UBND, \\\"A\\\" <b>\" <unit-3.example.edu.vn>");
  }

  @Test
  void offersAMailboxOnlyWhereSomebodyReadsOne() throws Exception {
    var from =
        new LetterWriter.Sender("lantoa@example.edu.vn", "{unit}", "", "tu-choi@example.edu.vn");

    var letter = read(EmailExamples.writer(from).write(LETTER));

    var ways =
        Pattern.compile(
                "<https://[a-z.]+/u/(\\S+)>, <mailto:tu-choi@example\\.edu\\.vn\\?subject=tu-choi%20(\\S+)>")
            .matcher(MimeUtility.unfold(letter.getHeader("List-Unsubscribe", null)));
    assertThat(ways.matches()).isTrue();
    assertThat(ways.group(2)).isEqualTo(ways.group(1));
    assertThat(ChannelExamples.links().read(ways.group(1)))
        .contains(new UnsubscribeLinks.Target(Channel.EMAIL, LETTER.address(), LETTER.unitId()));
    assertThat(letter.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void takesTheShorterEncodingForEachBody() throws Exception {
    var prose = read(EmailExamples.writer().write(LETTER));
    var latin =
        read(EmailExamples.writer().write(ChannelExamples.withText(LETTER, "word ".repeat(400))));

    assertThat(encodings(prose)).containsExactly("base64", "quoted-printable");
    assertThat(encodings(latin)).containsExactly("quoted-printable", "quoted-printable");
    assertThat(text(latin).strip()).startsWith("word word word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dòng một\ndòng hai\n\ndòng bốn",
        "a=b\t \nc  \n.\n..d\nFrom e",
        "Ầ",
        "x",
        "\r\nđã xuống dòng\r\n",
        "1234567890123456789012345678901234567890123456789012345678901234567890123456",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567",
        "123456789012345678901234567890123456789012345678901234567890123456789012345.From",
        "1234567890123456789012345678901234567890123456789012345678901234567890123  \t\n",
      })
  void keepsEverySignInEitherEncoding(String text) throws Exception {
    var plain = text.replace("\r\n", "\n");
    for (var encoding : EncodedBody.Encoding.values()) {
      var encoded = encoding.encode(plain.replace("\n", "\r\n").getBytes(UTF_8));

      var raw =
          "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: "
              + encoding.header()
              + "\r\n\r\n"
              + new String(encoded, US_ASCII);
      var read = new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(US_ASCII)));

      assertThat(((String) read.getContent()).replace("\r\n", "\n")).isEqualTo(plain);
      assertThat(new String(encoded, US_ASCII).lines())
          .allMatch(
              line -> line.length() <= 76 && !line.startsWith(".") && !line.startsWith("From "));
    }
    assertThat(EncodedBody.of(text).bytes())
        .hasSize(
            Math.min(
                EncodedBody.Encoding.BASE64.encode(crlf(plain)).length,
                EncodedBody.Encoding.QUOTED_PRINTABLE.encode(crlf(plain)).length));
  }

  @Test
  void foldsEveryHeaderThatCanBe() throws Exception {
    var lengthy =
        ChannelExamples.withUnitName(
            ChannelExamples.withSubject(LETTER, "Một tiêu đề dài có đủ dấu. ".repeat(8).strip()),
            "Sở Giáo dục và Đào tạo thành phố Hải Phòng, Phòng Giáo dục Trung học");

    for (var letter : List.of(LETTER, lengthy)) {
      // A link is one word: it cannot be folded (RFC 5322, section 2.1.1).
      assertThat(head(EmailExamples.writer().write(letter)))
          .filteredOn(line -> !line.startsWith("List-Unsubscribe: "))
          .allMatch(line -> line.length() <= 78);
    }
  }

  private static byte[] crlf(String text) {
    return text.replace("\n", "\r\n").getBytes(UTF_8);
  }

  private static List<String> head(Letter letter) {
    var raw = new String(letter.bytes(), US_ASCII);
    return List.of(raw.substring(0, raw.indexOf("\r\n\r\n")).split("\r\n", -1));
  }

  private static List<String> encodings(MimeMessage letter) throws Exception {
    var parts = (Multipart) letter.getContent();
    return List.of(encoding(parts.getBodyPart(0)), encoding(parts.getBodyPart(1)));
  }

  private static String encoding(BodyPart part) throws Exception {
    return part.getHeader("Content-Transfer-Encoding")[0];
  }

  private static String text(MimeMessage letter) throws Exception {
    return (String) ((Multipart) letter.getContent()).getBodyPart(0).getContent();
  }

  private static MimeMessage read(Letter letter) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(letter.bytes()));
  }
}
