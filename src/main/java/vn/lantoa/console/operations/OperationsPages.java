package vn.lantoa.console.operations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.Postponements;
import vn.lantoa.delivery.ProviderAccounts;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;
import vn.lantoa.watch.Watch;

/// How the machine is doing: alarms and what to do about each, nodes, queues, provider accounts.
/// Everybody who sends may look; only an administrator acts.
@Controller
class OperationsPages {

  private final Watch watch;
  private final Cluster cluster;
  private final ProviderAccounts accounts;
  private final ChannelPauses pauses;
  private final Uncertainties uncertainties;
  private final Postponements postponements;
  private final WaveRuns runs;
  private final DatabaseClock clock;
  private final Channels channels;
  private final Access access;
  private final OrgUnits units;
  private final Audited audited;

  // A page where everything meets.
  OperationsPages(
      Watch watch,
      Cluster cluster,
      ProviderAccounts accounts,
      ChannelPauses pauses,
      Uncertainties uncertainties,
      Postponements postponements,
      WaveRuns runs,
      DatabaseClock clock,
      Channels channels,
      Access access,
      OrgUnits units,
      Audited audited) {
    this.watch = watch;
    this.cluster = cluster;
    this.accounts = accounts;
    this.pauses = pauses;
    this.uncertainties = uncertainties;
    this.postponements = postponements;
    this.runs = runs;
    this.clock = clock;
    this.channels = channels;
    this.access = access;
    this.units = units;
    this.audited = audited;
  }

  @GetMapping("/van-hanh")
  @Needs(Permission.READ_OPERATIONS)
  String show(Account account, Model model) {
    long top = access.top(account, Permission.READ_OPERATIONS);
    // What other units have to do with is nothing to who belongs to one of them.
    boolean all = units.isTop(top);
    model.addAttribute(
        "alarms", watch.alarms().stream().filter(alarm -> all || alarm.isOfMachine()).toList());
    model.addAttribute("queues", watch.queues());
    model.addAttribute("postponed", postponements.within(top));
    model.addAttribute("members", cluster.members());
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("paused", pauses.all());
    model.addAttribute("channels", channels.enabled());
    model.addAttribute("held", cluster.hold().isPresent());
    model.addAttribute("mayAct", access.has(account, Permission.OPERATE));
    return "console/operations/show";
  }

  @PostMapping("/van-hanh/kenh/{channel}/tam-dung")
  @Needs(Permission.OPERATE)
  String pause(
      @PathVariable String channel,
      @RequestParam(defaultValue = "") String reason,
      Account account,
      RedirectAttributes redirect) {
    var known = channels.named(channel);
    audited.act(
        account.actor(),
        "channel.pause",
        "channel:" + known,
        reason.strip(),
        () ->
            pauses.pause(
                known, reason.isBlank() ? "@paused-by-person" : reason.strip(), account.actor()));
    Flash.good("operations.flash.paused").on(redirect);
    return "redirect:/van-hanh";
  }

  @PostMapping("/van-hanh/kenh/{channel}/mo-lai")
  @Needs(Permission.OPERATE)
  String resume(@PathVariable String channel, Account account, RedirectAttributes redirect) {
    var known = channels.named(channel);
    audited.act(
        account.actor(),
        "channel.resume",
        "channel:" + known,
        "",
        () -> pauses.resume(known, account.actor()));
    Flash.good("operations.flash.resumed").on(redirect);
    return "redirect:/van-hanh";
  }

  @PostMapping("/van-hanh/kenh/{channel}/tai-khoan/{name}/mo-lai")
  @Needs(Permission.OPERATE)
  String resumeAccount(
      @PathVariable String channel,
      @PathVariable String name,
      Account account,
      RedirectAttributes redirect) {
    var known = channels.named(channel);
    audited.act(
        account.actor(),
        "account.resume",
        "channel:" + known,
        name,
        () -> accounts.resume(known, name));
    Flash.good("operations.flash.account-resumed").on(redirect);
    return "redirect:/van-hanh";
  }

  /// This copy is the one to go on with.
  ///
  /// @param doubt what is open in it may have gone out since it was made: becomes uncertain; waves
  ///   whose moment has come since are missed
  @PostMapping("/van-hanh/khoi-phuc")
  @Needs(Permission.OPERATE)
  String release(
      @RequestParam(defaultValue = "true") boolean doubt,
      Account account,
      RedirectAttributes redirect) {
    var undone =
        audited.act(
            account.actor(),
            "instance.release",
            "instance",
            doubt ? "doubt" : "go-on",
            () -> {
              // An old page, a second click: nobody doubts what is on its way.
              if (cluster.hold().isEmpty()) {
                throw new Refusal("delivery.not-held");
              }
              // Campaigns before deliveries, as everywhere.
              int missed = doubt ? runs.missPassed(clock.read()) : 0;
              int open = doubt ? uncertainties.doubtOpen(account.actor()) : 0;
              cluster.release();
              return new Undone(open, missed);
            });
    Flash.good(
            doubt ? "operations.flash.released-doubted" : "operations.flash.released",
            undone.uncertain(),
            undone.missed())
        .on(redirect);
    return "redirect:/van-hanh";
  }

  /// What may have gone out from the original, and is not sent from the copy.
  private record Undone(int uncertain, int missed) {}
}
