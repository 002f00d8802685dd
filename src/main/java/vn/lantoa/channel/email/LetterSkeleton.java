package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A letter with gaps. The mail library writes it once, with a mark in every place where one letter
/// differs from the next; a hundred thousand letters then cost no more than filling the gaps.
final class LetterSkeleton {

  /// What differs from letter to letter.
  enum Gap {
    SUBJECT,
    TO,
    DATE,
    MESSAGE_ID,
    WAY_OUT,
    TEXT,
    HTML;

    /// Nothing else in a letter looks like it.
    private String mark() {
      return "x-lantoa-gap-" + name().toLowerCase(java.util.Locale.ROOT) + "-x";
    }

    /// How the mark stands in the bytes the library wrote.
    private byte[] written() {
      var mark = mark().getBytes(US_ASCII);
      return this == TEXT || this == HTML ? Base64.getEncoder().encode(mark) : mark;
    }
  }

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  private final List<byte[]> fixed;
  private final List<Gap> gaps;
  private final int size;

  private LetterSkeleton(List<byte[]> fixed, List<Gap> gaps) {
    this.fixed = fixed;
    this.gaps = gaps;
    this.size = fixed.stream().mapToInt(part -> part.length).sum();
  }

  /// @param replyTo none: to `from`
  /// @param wayOut whether the receiver can refuse further letters
  static LetterSkeleton of(InternetAddress from, InternetAddress[] replyTo, boolean wayOut)
      throws MessagingException, IOException {
    var letter = new Marked();
    letter.setFrom(from);
    if (replyTo.length > 0) {
      letter.setReplyTo(replyTo);
    }
    letter.setHeader("To", Gap.TO.mark());
    letter.setHeader("Subject", Gap.SUBJECT.mark());
    letter.setHeader("Date", Gap.DATE.mark());
    // Nobody's out-of-office note shall answer it (RFC 3834).
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (wayOut) {
      letter.setHeader("List-Unsubscribe", "<" + Gap.WAY_OUT.mark() + ">");
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    letter.setContent(
        new MimeMultipart("alternative", part("plain", Gap.TEXT), part("html", Gap.HTML)));
    letter.saveChanges();
    var bytes = new ByteArrayOutputStream(2 * 1024);
    letter.writeTo(bytes);
    return cut(bytes.toByteArray());
  }

  /// @param values of every gap; of headers as they stand in the letter, of texts the words
  byte[] fill(Map<Gap, String> values) {
    var written = new EnumMap<Gap, byte[]>(Gap.class);
    int length = size;
    for (var gap : gaps) {
      var value = values.getOrDefault(gap, "");
      var bytes =
          gap == Gap.TEXT || gap == Gap.HTML
              ? LINES.encode(value.getBytes(UTF_8))
              : value.getBytes(US_ASCII);
      written.put(gap, bytes);
      length += bytes.length;
    }
    var letter = new byte[length];
    int at = 0;
    for (int i = 0; i < fixed.size(); i++) {
      at = put(letter, at, fixed.get(i));
      if (i < gaps.size()) {
        at = put(letter, at, written.getOrDefault(gaps.get(i), new byte[0]));
      }
    }
    return letter;
  }

  private static int put(byte[] letter, int at, byte[] part) {
    System.arraycopy(part, 0, letter, at, part.length);
    return at + part.length;
  }

  private static LetterSkeleton cut(byte[] bytes) {
    var text = new String(bytes, US_ASCII);
    var found =
        Arrays.stream(Gap.values())
            .filter(gap -> text.contains(new String(gap.written(), US_ASCII)))
            .sorted(
                Comparator.comparingInt(gap -> text.indexOf(new String(gap.written(), US_ASCII))))
            .toList();
    List<byte[]> fixed = new ArrayList<>();
    int from = 0;
    for (var gap : found) {
      var mark = new String(gap.written(), US_ASCII);
      int at = text.indexOf(mark);
      fixed.add(Arrays.copyOfRange(bytes, from, at));
      from = at + mark.length();
    }
    fixed.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return new LetterSkeleton(List.copyOf(fixed), found);
  }

  private static MimeBodyPart part(String subtype, Gap gap) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(gap.mark(), UTF_8.name(), subtype);
    // Half as long as quoted-printable for Vietnamese.
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /// The library would make up a Message-ID of its own.
  private static final class Marked extends MimeMessage {

    Marked() {
      super((Session) null);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + Gap.MESSAGE_ID.mark() + ">");
    }
  }
}
