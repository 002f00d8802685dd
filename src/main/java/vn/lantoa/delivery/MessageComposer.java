package vn.lantoa.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.content.Renderer;
import vn.lantoa.content.Renderer.RenderFailure;
import vn.lantoa.content.Renderer.Rendered;
import vn.lantoa.content.Renderer.Values;
import vn.lantoa.content.Section;
import vn.lantoa.notice.NoticeLetter;
import vn.lantoa.notice.Notices;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// Makes the words of one delivery out of the approved text. Versions never change, so they are
/// kept.
@Component
class MessageComposer {

  private static final Locale VIETNAMESE = Locale.of("vi");

  /// Units are asked for with every message and seldom change; a new name is used this soon.
  private static final long UNIT_KEPT_NANOS = Duration.ofSeconds(30).toNanos();

  private static final int MOST_UNITS_KEPT = 10_000;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");

  private final ContentLibrary library;
  private final Renderer renderer;
  private final OrgUnits units;
  private final Channels channels;
  private final MessageSource messages;
  private final Notices notices;
  private final RefusalLinks refusals;
  private final String publicUrl;
  private final ConcurrentHashMap<String, ContentVersion> versions = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UnitThen, KnownUnit> knownUnits = new ConcurrentHashMap<>();

  private record UnitThen(long id, @Nullable Instant moment) {}

  /// @param readAt by [System#nanoTime]
  private record KnownUnit(OrgUnit unit, long readAt) {}

  MessageComposer(
      ContentLibrary library,
      Renderer renderer,
      OrgUnits units,
      Channels channels,
      MessageSource messages,
      Notices notices,
      RefusalLinks refusals,
      @Value("${lantoa.public-url}") String publicUrl) {
    this.library = library;
    this.renderer = renderer;
    this.units = units;
    this.channels = channels;
    this.messages = messages;
    this.notices = notices;
    this.refusals = refusals;
    this.publicUrl = publicUrl;
  }

  /// @param account of the provider it goes by
  /// @throws RenderFailure when this one recipient's message cannot be made
  OutgoingMessage compose(ClaimedDelivery delivery, String account) {
    var unit = unit(new UnitThen(delivery.unitId(), delivery.namesAsOf()));
    if (delivery.isNotice()) {
      var letter = letter(delivery.targetId());
      var said = new Rendered(letter.subject(), letter.text(), letter.html());
      return message(delivery, account, unit, said, letter.link());
    }
    var version = version(delivery.itemId(), delivery.contentHash());
    var values =
        refusals.on(
            new Values(delivery.recipientName(), unit.name(), unit.shortName(), version.link()),
            delivery.purpose(),
            delivery.id());
    var rendered =
        isScriptMail(delivery)
            ? scriptMail(delivery, version, values)
            : renderer.render(
                version, Section.of(channels.of(delivery.channel()).rendition()), values);
    return message(delivery, account, unit, rendered, version.link());
  }

  private NoticeLetter letter(long noticeId) {
    return notices
        .letter(noticeId)
        .orElseThrow(() -> new RenderFailure("No such notice: " + noticeId));
  }

  private static OutgoingMessage message(
      ClaimedDelivery delivery, String account, OrgUnit unit, Rendered rendered, String link) {
    return new OutgoingMessage(
        delivery.id(),
        delivery.channel(),
        delivery.attempt(),
        delivery.target(),
        delivery.targetId(),
        delivery.unitId(),
        unit.name(),
        delivery.recipientName(),
        delivery.address(),
        rendered.subject(),
        rendered.text(),
        rendered.html(),
        delivery.itemId(),
        delivery.contentHash(),
        link,
        delivery.fireAt(),
        delivery.expiresAt(),
        account);
  }

  private OrgUnit unit(UnitThen asked) {
    long now = System.nanoTime();
    var known = knownUnits.get(asked);
    if (known != null && now - known.readAt < UNIT_KEPT_NANOS) {
      return known.unit;
    }
    if (knownUnits.size() > MOST_UNITS_KEPT) {
      knownUnits.clear();
    }
    var read = units.asOf(asked.id, asked.moment);
    knownUnits.put(asked, new KnownUnit(read, now));
    return read;
  }

  private ContentVersion version(String itemId, String hash) {
    if (versions.size() > 500) {
      versions.clear();
    }
    return versions.computeIfAbsent(
        itemId + '/' + hash,
        _ ->
            library
                .version(itemId, hash)
                .orElseThrow(() -> new RenderFailure("No such text: " + itemId + " " + hash)));
  }

  private static boolean isScriptMail(ClaimedDelivery delivery) {
    return delivery.target() == OutgoingMessage.Target.STATION
        && delivery.channel().equals(Channel.EMAIL);
  }

  /// The school's script as a letter: what to read, and where the printable page is.
  private Rendered scriptMail(ClaimedDelivery delivery, ContentVersion version, Values values) {
    var script = renderer.render(version, Section.RADIO, values);
    var monday =
        LocalDate.ofInstant(delivery.fireAt(), Zones.VIETNAM)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var week = DAY.format(monday) + "–" + DAY.format(monday.plusDays(6));
    var page = publicUrl + "/dai/" + delivery.targetId() + "?tuan=" + monday;
    return new Rendered(
        text("script-mail.subject", week, version.title()),
        text("script-mail.text", delivery.recipientName(), week, script.text(), page),
        text(
            "script-mail.html",
            escape(delivery.recipientName()),
            week,
            script.html(),
            escape(page)));
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, VIETNAMESE);
  }

  private static String escape(String text) {
    return org.springframework.web.util.HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
