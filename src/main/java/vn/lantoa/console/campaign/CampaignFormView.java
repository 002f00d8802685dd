package vn.lantoa.console.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.Label;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.content.Section;

/// The page a campaign is filled in on.
///
/// @param action where the form is posted to
/// @param note why it was returned; empty: it was not
/// @param missing what kept it from being stored; empty before the first try
public record CampaignFormView(
    String action,
    String note,
    CampaignForm form,
    Set<CampaignForm.Missing> missing,
    List<UnitOption> units,
    List<ItemChoice> items,
    List<ChannelChoice> channels,
    Map<String, Label> audiences,
    Map<String, Label> topics) {

  public boolean isNew() {
    return action.equals("/chien-dich/moi");
  }

  /// Whether that field has to be corrected.
  ///
  /// @param wave 1-based; 0: the campaign as a whole
  public boolean lacks(int wave, String key) {
    return missing.contains(new CampaignForm.Missing(wave, key));
  }

  /// The end of the id of the field something is missing in.
  public String anchor(String key) {
    return switch (key) {
      case "day-of-year" -> "day";
      case "unit-outside" -> "unit";
      default -> key;
    };
  }

  public String topic(String key, Page page) {
    var label = topics.get(key);
    return label == null ? key : page.label(label);
  }

  /// @param refusal why it cannot be chosen, as a key under `form.item.`; empty: it can
  public record ItemChoice(
      String id, String title, String topic, List<Section> sections, String refusal) {

    public boolean usable() {
      return refusal.isEmpty();
    }
  }

  /// @param pausedFor why nothing leaves on it for now; empty: it is not paused
  public record ChannelChoice(Channel channel, ChannelSettings settings, String pausedFor) {}
}
