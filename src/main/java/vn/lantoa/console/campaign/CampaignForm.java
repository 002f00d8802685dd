package vn.lantoa.console.campaign;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Purpose;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.org.OrgUnits;

/// A campaign as it stands in the form, complete or not.
///
/// @param unitId the unit that speaks
public record CampaignForm(long unitId, String name, Purpose purpose, List<WaveForm> waves) {

  /// More than anyone plans by hand; keeps a forged request from asking for thousands.
  private static final int MOST_WAVES = 10;

  static CampaignForm read(FormFields fields, long homeUnitId) {
    int count = Math.clamp(Objects.requireNonNullElse(fields.number("waves"), 1L), 1, MOST_WAVES);
    return new CampaignForm(
        Objects.requireNonNullElse(fields.number("unit"), homeUnitId),
        fields.text("name"),
        purpose(fields.text("purpose")),
        IntStream.range(0, count).mapToObj(index -> WaveForm.read(fields, index)).toList());
  }

  /// What is neither of the two is taken for what needs more leave to be sent.
  private static Purpose purpose(String value) {
    return value.isEmpty() || value.equals(Purpose.NOTICE.name()) ? Purpose.NOTICE : Purpose.PROMO;
  }

  static CampaignForm of(Campaign campaign) {
    return new CampaignForm(
        campaign.unitId(),
        campaign.name(),
        campaign.purpose(),
        campaign.waves().stream().map(WaveForm::of).toList());
  }

  /// A new campaign like this one: under another name, and without the days, which have passed or
  /// are taken.
  CampaignForm copied(String newName) {
    return new CampaignForm(
        unitId, newName, purpose, waves.stream().map(WaveForm::undated).toList());
  }

  CampaignForm named(String newName) {
    return new CampaignForm(unitId, newName, purpose, waves);
  }

  public boolean mayGrow() {
    return waves.size() < MOST_WAVES;
  }

  /// One more wave, a copy of the last: mostly only text or time differ.
  CampaignForm withWaveAdded() {
    if (!mayGrow()) {
      return this;
    }
    var more = new ArrayList<>(waves);
    more.add(waves.getLast());
    return new CampaignForm(unitId, name, purpose, List.copyOf(more));
  }

  CampaignForm withoutWave(int index) {
    if (waves.size() == 1 || index < 0 || index >= waves.size()) {
      return this;
    }
    var fewer = new ArrayList<>(waves);
    fewer.remove(index);
    return new CampaignForm(unitId, name, purpose, List.copyOf(fewer));
  }

  /// What is missing before it can be stored, in the order of the page.
  ///
  /// @param known all channels there are
  /// @param units the tree: what a campaign of a unit says goes to that unit and those below it
  List<Missing> missing(Channels known, OrgUnits units) {
    var all = new ArrayList<Missing>();
    if (name.isBlank()) {
      all.add(new Missing(0, "name"));
    }
    if (name.length() > 200) {
      all.add(new Missing(0, "name-long"));
    }
    for (int index = 0; index < waves.size(); index++) {
      for (var problem : waves.get(index).problems(known)) {
        all.add(new Missing(index + 1, problem));
      }
      var segment = waves.get(index).segment();
      if (segment != null && !units.isWithin(segment.unitId(), unitId)) {
        all.add(new Missing(index + 1, "unit-outside"));
      }
    }
    return List.copyOf(all);
  }

  /// @throws IllegalStateException while [#missing] is not empty
  CampaignDraft toDraft(LocalDateTime now) {
    return new CampaignDraft(
        unitId, name, purpose, waves.stream().map(wave -> wave.toDraft(now)).toList());
  }

  /// @param wave 1-based; 0: the campaign as a whole
  /// @param key in the messages under `form.missing.`
  public record Missing(int wave, String key) {}
}
