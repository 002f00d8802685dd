package vn.lantoa.channel.radio;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Puts an item into the script of a station for the week of its wave. Taken is not aired: the
/// school says that.
@Component("radioSender")
class RadioSender implements ChannelSender {

  private final Scripts scripts;

  RadioSender(Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    var script =
        scripts.add(
            message.targetId(),
            LocalDate.ofInstant(message.fireAt(), Zones.VIETNAM),
            message.itemId(),
            message.contentHash(),
            message.subject(),
            message.text(),
            message.deliveryId());
    return new Outcome.Accepted("script:" + script.id());
  }
}
