package vn.lantoa.console.frame;

import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Access;

/// What all pages share, whoever reads them.
@Component
final class Frame {

  private static final Logger log = LoggerFactory.getLogger(Frame.class);

  private final MessageSource messages;
  private final Channels channels;
  private final States states;
  private final Assets assets;
  private final InstantSource clock;
  private final Access access;
  private final boolean sandbox;

  Frame(
      MessageSource messages,
      Channels channels,
      States states,
      Assets assets,
      InstantSource clock,
      Access access,
      @Value("${lantoa.sandbox.enabled:false}") boolean sandbox) {
    this.messages = messages;
    this.channels = channels;
    this.states = states;
    this.assets = assets;
    this.clock = clock;
    this.access = access;
    this.sandbox = sandbox;
  }

  /// A missing message is our mistake, not the reader's: he sees the rest of the page, the log says
  /// what is missing.
  String message(Locale locale, String key, Object... arguments) {
    var message = messages.getMessage(key, arguments, null, locale);
    if (message == null) {
      log.warn("No message {} in {}", key, locale);
      return "⟦" + key + "⟧";
    }
    return message;
  }

  /// Empty: it has no label of its own, the messages know it.
  String channelLabel(Channel channel) {
    try {
      return channels.of(channel).label();
    } catch (Refusal _) {
      // Configured once, gone now; its deliveries are still on record.
      return channel.key();
    }
  }

  MessageSource messages() {
    return messages;
  }

  States states() {
    return states;
  }

  Assets assets() {
    return assets;
  }

  InstantSource clock() {
    return clock;
  }

  Access access() {
    return access;
  }

  boolean sandbox() {
    return sandbox;
  }
}
