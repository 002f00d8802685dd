package vn.lantoa.channel;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ChannelAccounts;

/// The accounts of the settings: mail servers, Twilio accounts. Every other channel has one.
@Component
class ConfiguredAccounts implements ChannelAccounts {

  private final MailServers mail;
  private final TwilioAccounts twilio;

  ConfiguredAccounts(MailServers mail, TwilioAccounts twilio) {
    this.mail = mail;
    this.twilio = twilio;
  }

  @Override
  public List<String> of(Channel channel) {
    if (channel.equals(Channel.EMAIL)) {
      return mail.names();
    }
    return channel.equals(Channel.SMS) ? twilio.names() : List.of(MAIN);
  }
}
