package vn.lantoa.console.campaign;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Label;
import vn.lantoa.common.Zones;
import vn.lantoa.console.campaign.CampaignFormView.ChannelChoice;
import vn.lantoa.console.campaign.CampaignFormView.ItemChoice;
import vn.lantoa.console.content.ItemReaders;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;

/// What the campaign form offers to choose from.
@Component
class CampaignChoices {

  private final ItemReaders readers;
  private final Vocabulary vocabulary;
  private final Channels channels;
  private final ChannelPauses pauses;
  private final OrgUnits units;

  CampaignChoices(
      ItemReaders readers,
      Vocabulary vocabulary,
      Channels channels,
      ChannelPauses pauses,
      OrgUnits units) {
    this.readers = readers;
    this.vocabulary = vocabulary;
    this.channels = channels;
    this.pauses = pauses;
    this.units = units;
  }

  List<UnitOption> units(long rootUnitId) {
    return UnitOption.of(units.subtree(rootUnitId));
  }

  /// Every item of the library he may read, those that can be sent first.
  List<ItemChoice> items(Account account, InstantSource clock) {
    var today = LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
    return readers.items(account).stream()
        .filter(item -> item.status() != ContentStatus.WITHDRAWN)
        .map(item -> choice(item, today))
        .sorted(Comparator.comparing((ItemChoice choice) -> !choice.usable()))
        .toList();
  }

  private ItemChoice choice(ContentItem item, LocalDate today) {
    return new ItemChoice(
        item.id(),
        item.title(),
        item.current().topic(),
        item.current().renditions().keySet().stream().sorted().toList(),
        refusal(item, today));
  }

  /// Why it cannot be sent, as a key under `form.item.`; empty: it can.
  private static String refusal(ContentItem item, LocalDate today) {
    return switch (item.status()) {
      case WAITING -> "waiting";
      case RETURNED -> "returned";
      case WITHDRAWN -> "withdrawn";
      case APPROVED -> item.current().validTo().isBefore(today) ? "outdated" : "";
    };
  }

  List<ChannelChoice> channels() {
    var paused =
        pauses.all().stream()
            .collect(Collectors.toMap(ChannelPauses.Pause::channel, ChannelPauses.Pause::reason));
    return channels.all().stream()
        .map(channel ->
            new ChannelChoice(channel, channels.of(channel), paused.getOrDefault(channel, "")))
        .toList();
  }

  /// What he may not read is no choice.
  CampaignForm readable(CampaignForm form, Account account) {
    return new CampaignForm(
        form.unitId(),
        form.name(),
        form.purpose(),
        form.waves().stream()
            .map(wave -> readers.find(wave.item(), account).isPresent() ? wave : wave.saying(""))
            .toList());
  }

  /// What keeps a form from being stored.
  List<CampaignForm.Missing> missing(CampaignForm form) {
    return form.missing(channels, units);
  }

  Map<String, Label> audiences() {
    return vocabulary.audiences();
  }

  Map<String, Label> topics() {
    return vocabulary.topics();
  }
}
