package vn.lantoa.console.organisation;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.delivery.UnitQuotas;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The tree of units below an administrator: what hangs under each, where it publishes, who reads
/// aloud.
@Controller
class UnitPages {

  private final OrgUnits units;
  private final Publishing publishing;
  private final UnitQuotas quotas;
  private final Access access;
  private final Audited audited;
  private final InstantSource clock;

  UnitPages(
      OrgUnits units,
      Publishing publishing,
      UnitQuotas quotas,
      Access access,
      Audited audited,
      InstantSource clock) {
    this.units = units;
    this.publishing = publishing;
    this.quotas = quotas;
    this.access = access;
    this.audited = audited;
    this.clock = clock;
  }

  @GetMapping("/don-vi")
  @Needs(Permission.KEEP_UNITS)
  String tree(Account account, Model model) {
    return show(access.top(account, Permission.KEEP_UNITS), account, model);
  }

  @GetMapping("/don-vi/{id}")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String show(@PathVariable long id, Account account, Model model) {
    var unit = units.get(id);
    model.addAttribute("unit", unit);
    model.addAttribute(
        "quotas",
        new Quotas(quotas.of(id), access.may(account, Permission.KEEP_UNITS, Quotas.setBy(unit))));
    model.addAttribute(
        "tree", UnitOption.of(units.subtree(access.top(account, Permission.KEEP_UNITS))));
    model.addAttribute("outlets", publishing.outlets(id));
    model.addAttribute("stations", publishing.stations(id));
    model.addAttribute("channels", publishing.outletChannels());
    return "console/organisation/units";
  }

  @PostMapping("/don-vi/{id}/them")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String addUnit(
      @PathVariable long id,
      @RequestParam OrgUnit.Kind kind,
      @RequestParam String code,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String shortName,
      Account account,
      RedirectAttributes redirect) {
    if (code.isBlank() || name.isBlank()) {
      throw new Refusal("unit.incomplete");
    }
    var today = LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
    var added =
        audited.act(
            account.actor(),
            "unit.add",
            (OrgUnit unit) -> "unit:" + unit.id(),
            name.strip(),
            () -> {
              var unit = units.add(id, kind, code.strip(), name.strip(), today);
              return shortName.isBlank() ? unit : units.shorten(unit.id(), shortName);
            });
    Flash.good("unit.flash.added", added.name()).on(redirect);
    return "redirect:/don-vi/" + id;
  }

  @PostMapping("/don-vi/{id}/ten-ngan")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String shorten(
      @PathVariable long id,
      @RequestParam String shortName,
      Account account,
      RedirectAttributes redirect) {
    var unit =
        audited.act(
            account.actor(),
            "unit.short-name",
            (OrgUnit changed) -> "unit:" + changed.id(),
            shortName.strip(),
            () -> units.shorten(id, shortName));
    (unit.shortName().isEmpty()
            ? Flash.good("unit.flash.not-shortened", unit.name())
            : Flash.good("unit.flash.shortened", unit.name(), unit.shortName()))
        .on(redirect);
    return "redirect:/don-vi/" + id;
  }

  @PostMapping("/don-vi/{id}/trang")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String putOutlet(
      @PathVariable long id,
      @RequestParam String channel,
      @RequestParam String address,
      @RequestParam String name,
      Account account,
      RedirectAttributes redirect) {
    publishing.putOutlet(id, channel, address.strip(), name.strip(), account.actor());
    Flash.good("outlet.flash.stored", name.strip()).on(redirect);
    return "redirect:/don-vi/" + id + "#trang";
  }

  @PostMapping("/don-vi/{id}/dai")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String putStation(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      RedirectAttributes redirect) {
    var form = StationForm.read(FormFields.of(fields));
    publishing.putStation(id, form, account.actor());
    Flash.good("station.flash.stored", form.name()).on(redirect);
    return "redirect:/don-vi/" + id + "#dai";
  }
}
