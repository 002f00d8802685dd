package vn.lantoa.delivery;

import java.util.List;
import vn.lantoa.common.Channel;

/// The accounts a channel has at its providers, as configured.
public interface ChannelAccounts {

  /// What an account is called when a channel has only one.
  String MAIN = "main";

  /// Never empty, the main one first.
  List<String> of(Channel channel);
}
