package vn.lantoa.delivery;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// The rows of `suppression`, as the audience module writes them.
record Blocklist(JdbcClient jdbc) implements Suppressions {

  @Override
  public boolean suppress(
      Channel channel, String address, SuppressionReason reason, String source, Actor actor) {
    return jdbc.sql(
                "insert into suppression (channel, address, reason, source) values (:c, :a, :r, :s)")
            .param("c", channel.key())
            .param("a", address)
            .param("r", reason.name())
            .param("s", source)
            .update()
        == 1;
  }

  @Override
  public boolean lift(Channel channel, String address, Actor actor) {
    return false;
  }

  @Override
  public boolean takeBack(Channel channel, String address, String source) {
    return false;
  }

  @Override
  public boolean isOpen(Channel channel, String address) {
    return true;
  }

  @Override
  public Optional<SuppressionReason> reasonFor(Channel channel, String address) {
    return Optional.empty();
  }
}
