package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import vn.lantoa.common.Channel;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.testing.Eventually;

/// Messages on their way out, and what the senders need around them.
public final class ChannelExamples {

  public static final Instant NOW = Instant.parse("2027-10-10T00:30:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);

  public static final MobileNumbers NUMBERS = new MobileNumbers(Set.of("VN"));
  public static final String PUBLIC_URL = "https://lantoa.example.edu.vn";
  public static final InstallationSecret SECRET =
      new InstallationSecret("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));

  private ChannelExamples() {}

  public static UnsubscribeLinks links() {
    return new UnsubscribeLinks(SECRET, PUBLIC_URL);
  }

  /// Waits for an answer as long as it takes: that one comes too late is a test of its own.
  public static ProviderHttp http() {
    return new ProviderHttp(Eventually.PATIENCE, Eventually.PATIENCE, CLOCK);
  }

  public static OutgoingMessage sms(long id, String number) {
    return message(id, Channel.SMS, Target.PERSON, number);
  }

  public static OutgoingMessage letter(long id, String address) {
    return message(id, Channel.EMAIL, Target.PERSON, address);
  }

  public static OutgoingMessage post(long id, Channel channel, String outlet) {
    return message(id, channel, Target.OUTLET, outlet);
  }

  public static OutgoingMessage message(long id, Channel channel, Target target, String address) {
    return new OutgoingMessage(
        id,
        channel,
        1,
        target,
        7,
        3,
        "Trường THCS Thị trấn Cát Hải",
        "Nguyễn Thị Phương Thảo",
        address,
        "Ngày Chuyển đổi số quốc gia 10/10",
        "Mời bà con dùng dịch vụ công trực tuyến.\n\nChi tiết: https://dichvucong.gov.vn",
        "<p>Mời bà con dùng <b>dịch vụ công trực tuyến</b>.</p>",
        "ngay-10-10",
        "abc",
        "https://dichvucong.gov.vn",
        NOW,
        NOW.plusSeconds(7200),
        "main");
  }

  public static OutgoingMessage withSubject(OutgoingMessage m, String subject) {
    return with(m, subject, m.recipientName(), m.unitName(), m.text());
  }

  public static OutgoingMessage withRecipientName(OutgoingMessage m, String name) {
    return with(m, m.subject(), name, m.unitName(), m.text());
  }

  public static OutgoingMessage withUnitName(OutgoingMessage m, String name) {
    return with(m, m.subject(), m.recipientName(), name, m.text());
  }

  public static OutgoingMessage withText(OutgoingMessage m, String text) {
    return with(m, m.subject(), m.recipientName(), m.unitName(), text);
  }

  private static OutgoingMessage with(
      OutgoingMessage m, String subject, String name, String unit, String text) {
    return new OutgoingMessage(
        m.deliveryId(),
        m.channel(),
        m.attempt(),
        m.target(),
        m.targetId(),
        m.unitId(),
        unit,
        name,
        m.address(),
        subject,
        text,
        m.html(),
        m.itemId(),
        m.contentHash(),
        m.link(),
        m.fireAt(),
        m.expiresAt(),
        m.account());
  }
}
