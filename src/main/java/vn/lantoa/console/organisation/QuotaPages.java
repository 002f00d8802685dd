package vn.lantoa.console.organisation;

import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.delivery.UnitQuotas;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// How many messages a unit may send in a day: the unit above says so.
@Controller
class QuotaPages {

  private final UnitQuotas quotas;
  private final OrgUnits units;
  private final Access access;
  private final Channels channels;
  private final Audited audited;

  QuotaPages(UnitQuotas quotas, OrgUnits units, Access access, Channels channels, Audited audited) {
    this.quotas = quotas;
    this.channels = channels;
    this.units = units;
    this.access = access;
    this.audited = audited;
  }

  /// @param perDay blank: by the number of people again
  @PostMapping("/don-vi/{id}/han-muc")
  @Needs(value = Permission.KEEP_UNITS, of = OrgUnit.class)
  String set(
      @PathVariable long id,
      @RequestParam String channel,
      @RequestParam(defaultValue = "") String perDay,
      Account account,
      RedirectAttributes redirect) {
    access.require(account, Permission.KEEP_UNITS, Quotas.setBy(units.get(id)));
    var known = channels.named(channel);
    var wanted = number(perDay.strip());
    audited.act(
        account.actor(),
        "unit.quota",
        "unit:" + id,
        channel + " " + perDay.strip(),
        () -> quotas.set(id, known, wanted, account.actor()));
    Flash.good("unit.flash.quota").on(redirect);
    return "redirect:/don-vi/" + id + "#han-muc";
  }

  private static OptionalInt number(String typed) {
    // As people part thousands, too.
    var digits = typed.replaceAll("[ .,\u00A0]", "");
    if (digits.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!digits.matches("[0-9]{1,9}")) {
      throw new Refusal("unit.quota-wrong", 10_000_000);
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
