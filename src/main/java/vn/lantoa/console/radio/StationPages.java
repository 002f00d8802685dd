package vn.lantoa.console.radio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.broadcast.BroadcastScript;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Permission;

/// What a school reads out this week, and where it says that it did.
@Controller
@RequestMapping("/dai")
class StationPages {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Stations stations;
  private final Scripts scripts;
  private final ContentLibrary library;
  private final StationList list;
  private final ListFiles files;
  private final OrgUnits units;
  private final Access access;
  private final Audited audited;
  private final InstantSource clock;

  StationPages(
      Stations stations,
      Scripts scripts,
      ContentLibrary library,
      StationList list,
      ListFiles files,
      OrgUnits units,
      Access access,
      Audited audited,
      InstantSource clock) {
    this.stations = stations;
    this.scripts = scripts;
    this.library = library;
    this.list = list;
    this.files = files;
    this.units = units;
    this.access = access;
    this.audited = audited;
    this.clock = clock;
  }

  @GetMapping
  @Needs(Permission.READ_STATIONS)
  String list(
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(name = "tuan", required = false) @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate day,
      Account account,
      Page page,
      Model model) {
    var mine = mine(account);
    if (!access.has(account, Permission.READ_TASKS) && mine.size() == 1) {
      return "redirect:/dai/" + mine.getFirst().id();
    }
    var asked = new Asked(StationList.PATH, fields);
    model.addAttribute("list", list.of(asked, mine, monday(day), page).on(page));
    model.addAttribute("none", mine.isEmpty());
    model.addAttribute("monday", monday(day));
    return "console/radio/list";
  }

  @RequestMapping(
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_STATIONS)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(name = "tuan", required = false) @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate day,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(StationList.PATH, fields);
    var listing = list.of(asked, mine(account), monday(day), page);
    files.send(listing, page, account, request, response);
  }

  @GetMapping("/{id}")
  @Needs(value = Permission.READ_STATIONS, of = Station.class)
  String station(
      @PathVariable long id,
      @RequestParam(name = "tuan", required = false) @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate day,
      Account account,
      Model model) {
    var station = stations.find(id).orElseThrow(() -> new Refusal("access.foreign-unit"));
    var monday = monday(day);
    model.addAttribute("station", station);
    model.addAttribute("unit", units.get(station.unitId()));
    model.addAttribute("monday", monday);
    var script = scripts.of(id, monday);
    var takenOut = takenOut(script.map(BroadcastScript::items).orElse(List.of()));
    model.addAttribute("script", script.orElse(null));
    model.addAttribute("takenOut", takenOut);
    model.addAttribute("suggested", suggested(station, monday));
    var mayConfirm = mayConfirm(account, station);
    model.addAttribute("mayConfirm", mayConfirm);
    model.addAttribute("toConfirm", mayConfirm ? toConfirm(script, takenOut, monday) : null);
    return "console/radio/station";
  }

  @PostMapping("/{id}/da-phat")
  @Needs(value = Permission.CONFIRM_AIRINGS, of = Station.class)
  String confirm(
      @PathVariable long id,
      @RequestParam("script") long scriptId,
      @RequestParam("item") long itemId,
      @RequestParam("date") @DateTimeFormat(iso = ISO.DATE) LocalDate date,
      @RequestParam("time") @DateTimeFormat(iso = ISO.TIME) LocalTime time,
      @RequestParam("minutes") int minutes,
      @RequestParam(name = "seconds", defaultValue = "0") int seconds,
      Account account,
      RedirectAttributes redirect) {
    var script =
        scripts
            .find(scriptId)
            .filter(found -> found.station().id() == id)
            .orElseThrow(() -> new Refusal("script.item-unknown"));
    var lastDay = script.weekOn().plusDays(6);
    if (date.isBefore(script.weekOn()) || date.isAfter(lastDay)) {
      throw new Refusal("script.aired-elsewhere", DAY.format(script.weekOn()), DAY.format(lastDay));
    }
    var airedAt = date.atTime(time).atZone(Zones.VIETNAM).toInstant();
    var length = Duration.ofMinutes(minutes).plusSeconds(seconds);
    if (minutes < 0
        || seconds < 0
        || !length.isPositive()
        || length.compareTo(Duration.ofHours(1)) > 0) {
      throw new Refusal("script.length-unlikely");
    }
    audited.act(
        account.actor(),
        "script.aired",
        "station:" + id,
        "item " + itemId + ", " + airedAt + ", " + length,
        () -> scripts.confirmAired(scriptId, itemId, airedAt, length, account.actor()));
    // Said where one comes to, at the item: the head of the page is out of sight.
    redirect.addFlashAttribute("justAired", itemId);
    return "redirect:/dai/" + id + "?tuan=" + script.weekOn() + "#muc-" + itemId;
  }

  private List<Station> mine(Account account) {
    Map<Long, Station> found = new LinkedHashMap<>();
    account.grants().stream()
        .map(Grant::unitId)
        .distinct()
        .flatMap(unit -> stations.within(unit).stream())
        .forEach(station -> found.putIfAbsent(station.id(), station));
    return List.copyOf(found.values());
  }

  private boolean mayConfirm(Account account, Station station) {
    return access.may(account, Permission.CONFIRM_AIRINGS, station.unitId());
  }

  /// What two people had approved, and somebody has taken back since: nobody reads it out.
  private Set<String> takenOut(List<BroadcastScript.Item> items) {
    return items.stream()
        .map(BroadcastScript.Item::itemId)
        .filter(id ->
            library.find(id).filter(item -> item.status() == ContentStatus.WITHDRAWN).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The first item of the week that is to be read out and nobody has said anything of yet.
  private @Nullable Long toConfirm(
      Optional<BroadcastScript> week, Set<String> takenOut, LocalDate monday) {
    return week.stream()
        .filter(_ -> !monday.isAfter(LocalDate.ofInstant(clock.instant(), Zones.VIETNAM)))
        .flatMap(script -> script.items().stream())
        .filter(item -> item.airedAt() == null && !takenOut.contains(item.itemId()))
        .map(BroadcastScript.Item::id)
        .findFirst()
        .orElse(null);
  }

  /// When it was most likely aired: the station's first slot of that week that is not still to
  /// come, else now, or the end of that week when it is over.
  private LocalDateTime suggested(Station station, LocalDate monday) {
    var now = LocalDateTime.ofInstant(clock.instant(), Zones.VIETNAM).withSecond(0).withNano(0);
    return station.slots().stream()
        .map(slot -> monday.with(TemporalAdjusters.nextOrSame(slot.day())).atTime(slot.time()))
        .filter(start -> start.isBefore(now))
        .min(Comparator.naturalOrder())
        .orElseGet(() ->
            now.isBefore(monday.plusDays(7).atStartOfDay())
                ? now
                : monday.plusDays(6).atTime(LocalTime.NOON));
  }

  private LocalDate monday(@Nullable LocalDate day) {
    var meant = day == null ? LocalDate.ofInstant(clock.instant(), Zones.VIETNAM) : day;
    return meant.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
