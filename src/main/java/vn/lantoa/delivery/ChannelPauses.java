package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Channels nothing may leave on for now.
public interface ChannelPauses {

  void pause(Channel channel, String reason, Actor actor);

  void resume(Channel channel, Actor actor);

  List<Pause> all();

  record Pause(Channel channel, String reason, Instant since) {}
}
