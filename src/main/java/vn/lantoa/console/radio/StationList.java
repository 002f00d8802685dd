package vn.lantoa.console.radio;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Station;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;

/// Stations as a list, each with its script of one week.
@Component
class StationList {

  static final String PATH = "/dai";
  private static final Order BY_NAME = new Order("ten", false);

  private final Scripts scripts;

  StationList(Scripts scripts) {
    this.scripts = scripts;
  }

  /// @param mine those the reader may see
  Listing<StationWeek> of(Asked asked, List<Station> mine, LocalDate monday, Page page) {
    var columns = columns(monday);
    var order = asked.order(columns, BY_NAME);
    var wanted = Folded.of(asked.words());
    var words = Collator.getInstance(Locale.of("vi"));
    var stations =
        Rows.of(
            mine.stream().filter(station -> Folded.of(station.name()).contains(wanted)).toList(),
            order,
            Map.of(
                "ten", Comparator.comparing(Station::name, words),
                "loai", Comparator.comparing(station -> page.label(station.kind()), words)));
    return Listing.of(
            page.t("stations.title") + " – " + page.date(monday),
            asked,
            order,
            columns,
            week -> String.valueOf(week.station().id()),
            stations.as(station -> new StationWeek(station, scripts.of(station.id(), monday))))
        .searchedBy(page.t("stations.search"))
        .countedAs("stations.count")
        .choosable();
  }

  private static List<Column<StationWeek>> columns(LocalDate monday) {
    return List.of(
        Column.<StationWeek>of(
                "ten",
                "stations.station",
                (_, week) ->
                    Cell.of(
                        new Cell.Title(
                            week.station().name(),
                            PATH + "/" + week.station().id() + "?tuan=" + monday)),
                (_, week) -> week.station().name())
            .sorted(),
        Column.<StationWeek>text(
                "loai", "stations.kind", (page, week) -> page.label(week.station().kind()))
            .sorted(),
        Column.of(
            "khung-gio",
            "stations.slots",
            (page, week) ->
                Cell.of(
                    week.station().slots().stream().map(slot -> new Cell.Short(slot(page, slot)))),
            (page, week) ->
                week.station().slots().stream()
                    .map(slot -> slot(page, slot))
                    .collect(Collectors.joining(", "))),
        Column.onPage("kich-ban", "stations.script", StationList::script),
        Column.inFile("so-bai", "stations.script-items", (_, week) -> week.items()),
        Column.of("da-phat", "stations.aired", StationList::aired, (_, week) -> week.aired()));
  }

  private static String slot(Page page, Station.AirSlot slot) {
    return page.weekday(slot.day()) + " " + page.time(slot.time());
  }

  private static Cell script(Page page, StationWeek week) {
    return week.script()
        .map(script ->
            Cell.plain(page.t("stations.items", week.items()))
                .and(new Cell.Short("(" + page.duration(script.length()) + ")")))
        .orElseGet(() -> Cell.of(new Cell.Note(page.t("stations.no-script"))));
  }

  private static Cell aired(Page page, StationWeek week) {
    if (week.items() == 0) {
      return Cell.of();
    }
    var tone = week.aired() == week.items() ? "good" : week.aired() > 0 ? "busy" : "calm";
    return Cell.of(new Cell.Badge(page.t("stations.aired-of", week.aired(), week.items()), tone));
  }
}
