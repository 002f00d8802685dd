package vn.lantoa.campaign;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.common.Channel;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;
import vn.lantoa.common.YamlNode;

/// What messages cost: `config/prices.yaml`. Providers bill later and otherwise; this is for plans.
public final class Prices {

  private final Map<Channel, Price> channels;

  private Prices(Map<Channel, Price> channels) {
    this.channels = Map.copyOf(channels);
  }

  /// @param dong of one message, on SMS of one part; without VAT
  /// @param confirmed false: assumed, until the unit enters what its contract says
  public record Price(long dong, boolean confirmed) {}

  /// Empty: nobody has entered one.
  public Optional<Price> of(Channel channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  /// @throws FaultyFile naming file and line
  public static Prices read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("channels"));
    var channels = new HashMap<Channel, Price>();
    root.field("channels")
        .fields()
        .forEach((key, node) -> {
          node.fields(Set.of("dong", "confirmed", "source"));
          node.field("source").text();
          channels.put(
              new Channel(key),
              new Price(
                  node.field("dong").as(Prices::notNegative), node.field("confirmed").yesOrNo()));
        });
    return new Prices(channels);
  }

  /// What is wrong with the file, for `lantoa check`.
  ///
  /// @param configDir the directory that holds it
  public static List<Finding> check(Path configDir) {
    try {
      read(configDir.resolve("prices.yaml"));
      return List.of();
    } catch (FaultyFile e) {
      return List.of(e.finding());
    }
  }

  private static long notNegative(String text) {
    long dong = Long.parseLong(text);
    if (dong < 0) {
      throw new IllegalArgumentException(text);
    }
    return dong;
  }
}
