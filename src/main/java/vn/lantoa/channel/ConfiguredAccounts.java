package vn.lantoa.channel;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ChannelAccounts;

/// The accounts of the settings: mail servers, Twilio accounts. Every other channel has one.
@Component
class ConfiguredAccounts implements ChannelAccounts {

  private final MailServers mail;

  ConfiguredAccounts(MailServers mail) {
    this.mail = mail;
  }

  @Override
  public List<String> of(Channel channel) {
    return channel.equals(Channel.EMAIL) ? mail.names() : List.of(MAIN);
  }
}
