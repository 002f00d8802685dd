package vn.lantoa.console.campaign;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Queuing a campaign: one page with everything on it, and beside it what it would do.
@Controller
class CampaignFormPages {

  private final Campaigns campaigns;
  private final CampaignChoices choices;
  private final CampaignEstimate estimate;
  private final CampaignHistory history;
  private final Access access;
  private final Audited audited;
  private final InstantSource clock;

  CampaignFormPages(
      Campaigns campaigns,
      CampaignChoices choices,
      CampaignEstimate estimate,
      CampaignHistory history,
      Access access,
      Audited audited,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.choices = choices;
    this.estimate = estimate;
    this.history = history;
    this.access = access;
    this.audited = audited;
    this.clock = clock;
  }

  /// @param item the content it starts with, from the page of that content
  @GetMapping("/chien-dich/moi")
  @Needs(Permission.PLAN_CAMPAIGNS)
  String fresh(
      @RequestParam(name = "noi-dung", defaultValue = "") String item,
      Account account,
      Model model) {
    long unitId = access.top(account, Permission.PLAN_CAMPAIGNS);
    var wave = WaveForm.fresh(unitId, now().toLocalDate());
    var form =
        new CampaignForm(
            unitId, "", Purpose.NOTICE, List.of(item.isEmpty() ? wave : wave.saying(item)));
    return show("/chien-dich/moi", "", form, List.of(), account, model);
  }

  @GetMapping("/chien-dich/{id}/sua")
  @Needs(value = Permission.PLAN_CAMPAIGNS, of = Campaign.class)
  String edit(@PathVariable long id, Account account, Model model) {
    var campaign = editable(id);
    model.addAttribute("approved", campaign.status() == CampaignStatus.APPROVED);
    return show(path(id), campaign.note(), CampaignForm.of(campaign), List.of(), account, model);
  }

  /// A copy starts as a new campaign; nothing is stored until it is saved.
  @GetMapping("/chien-dich/{id}/ban-sao")
  @Needs(value = Permission.READ_CAMPAIGNS, of = Campaign.class)
  String copy(@PathVariable long id, Account account, Page page, Model model) {
    var original = campaigns.get(id);
    var form = CampaignForm.of(original).copied(page.t("campaign.copy-of", original.name()));
    var mine =
        access.may(account, Permission.PLAN_CAMPAIGNS, original.unitId())
            ? form
            : new CampaignForm(
                access.top(account, Permission.PLAN_CAMPAIGNS),
                form.name(),
                form.purpose(),
                form.waves());
    return show("/chien-dich/moi", "", mine, List.of(), account, model);
  }

  @PostMapping("/chien-dich/moi")
  @Needs(Permission.PLAN_CAMPAIGNS)
  ModelAndView create(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    return post(null, fields, account, model, redirect);
  }

  @PostMapping("/chien-dich/{id}/sua")
  @Needs(value = Permission.PLAN_CAMPAIGNS, of = Campaign.class)
  ModelAndView change(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    return post(editable(id), fields, account, model, redirect);
  }

  /// What the form would do as it stands, for the summary beside it. Stores nothing.
  @PostMapping("/chien-dich/du-tinh")
  @Needs(Permission.PLAN_CAMPAIGNS)
  String estimate(
      @RequestParam MultiValueMap<String, String> fields, Account account, Model model) {
    var form = read(fields, account);
    model.addAttribute("estimate", estimate.of(form, now()));
    return "console/campaign/estimate";
  }

  private ModelAndView post(
      @org.jspecify.annotations.Nullable Campaign existing,
      MultiValueMap<String, String> fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var form = read(fields, account);
    var action = existing == null ? "/chien-dich/moi" : path(existing.id());
    var act = String.valueOf(fields.getFirst("act"));
    if (act.equals("add-wave")) {
      return page(show(action, "", form.withWaveAdded(), List.of(), account, model));
    }
    if (act.startsWith("remove-wave-")) {
      int index = Integer.parseInt(act.substring("remove-wave-".length()));
      return page(show(action, "", form.withoutWave(index), List.of(), account, model));
    }
    var missing = choices.missing(form);
    if (!missing.isEmpty()) {
      var shown = page(show(action, "", form, missing, account, model));
      shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return shown;
    }
    var draft = form.toDraft(now());
    var stored =
        existing == null
            ? audited.act(
                account.actor(),
                "campaign.create",
                campaign -> "campaign:" + campaign.id(),
                draft.name(),
                () -> campaigns.create(draft, account.actor()))
            : audited.act(
                account.actor(),
                "campaign.change",
                "campaign:" + existing.id(),
                draft.name(),
                () -> campaigns.change(existing.id(), draft, account.actor()));
    return page(act.equals("submit") ? submit(stored, account, redirect) : saved(stored, redirect));
  }

  private static String saved(Campaign stored, RedirectAttributes redirect) {
    Flash.good("campaign.flash.saved").on(redirect);
    return "redirect:/chien-dich/" + stored.id();
  }

  private String submit(Campaign stored, Account account, RedirectAttributes redirect) {
    try {
      audited.act(
          account.actor(),
          "campaign.submit",
          "campaign:" + stored.id(),
          "",
          () -> campaigns.submit(stored.id(), account.actor()));
    } catch (Refusal refusal) {
      // The draft is stored: say what is missing where it can be filled in.
      Flash.of(refusal).on(redirect);
      return "redirect:" + path(stored.id());
    }
    Flash.good("campaign.flash.submitted").on(redirect);
    return "redirect:/chien-dich/" + stored.id();
  }

  private CampaignForm read(MultiValueMap<String, String> fields, Account account) {
    var form =
        CampaignForm.read(FormFields.of(fields), access.top(account, Permission.PLAN_CAMPAIGNS));
    access.require(account, Permission.PLAN_CAMPAIGNS, form.unitId());
    for (var wave : form.waves()) {
      var segment = wave.segment();
      if (segment != null) {
        access.require(account, Permission.PLAN_CAMPAIGNS, segment.unitId());
      }
    }
    return choices.readable(form, account);
  }

  private Campaign editable(long id) {
    var campaign = campaigns.get(id);
    if (campaign.status() != CampaignStatus.DRAFT && campaign.status() != CampaignStatus.APPROVED) {
      throw new Refusal("campaign.not-editable");
    }
    if (!history.firings(id).isEmpty()) {
      throw new Refusal("campaign.has-begun");
    }
    return campaign;
  }

  private String show(
      String action,
      String note,
      CampaignForm form,
      List<CampaignForm.Missing> missing,
      Account account,
      Model model) {
    model.addAttribute(
        "view",
        new CampaignFormView(
            action,
            note,
            form,
            Set.copyOf(missing),
            choices.units(access.top(account, Permission.PLAN_CAMPAIGNS)),
            choices.items(account, clock),
            choices.channels(),
            choices.audiences(),
            choices.topics()));
    model.addAttribute("estimate", estimate.of(form, now()));
    return "console/campaign/form";
  }

  private static ModelAndView page(String view) {
    return new ModelAndView(view);
  }

  private static String path(long id) {
    return "/chien-dich/" + id + "/sua";
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), Zones.VIETNAM);
  }
}
