package vn.lantoa.notice;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.ScriptItemAdded;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// Tells schools that there is something to read out, unless the station has a mailbox: that gets
/// the whole script as a letter.
@Component
class ScriptNotices {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");

  private final Notices notices;
  private final Accounts accounts;

  ScriptNotices(Notices notices, Accounts accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  @EventListener
  void added(ScriptItemAdded item) {
    var station = item.station();
    if (station.email() != null) {
      return;
    }
    var monday = item.monday();
    notices.tell(
        accounts.holding(Role.SCHOOL, station.unitId()),
        new Notice(
            NoticeKind.SCRIPT_ARRIVED,
            "station:" + station.id(),
            "delivery:" + item.delivery(),
            null,
            List.of(
                station.name(),
                DAY.format(monday) + "–" + DAY.format(monday.plusDays(6)),
                item.title()),
            "/dai/" + station.id() + "?tuan=" + monday));
  }
}
