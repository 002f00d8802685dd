package vn.lantoa.channel.sms;

import com.twilio.http.TwilioRestClient;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;

/// Twilio's own client for each account that is configured far enough.
@Component
class TwilioClients {

  private final TwilioAccounts accounts;
  private final Map<TwilioAccount, TwilioRestClient> clients;

  TwilioClients(TwilioAccounts accounts, ProviderHttp http) {
    this.accounts = accounts;
    clients =
        accounts.byName().values().stream()
            .filter(account -> missing(account).isEmpty())
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(account -> account, account -> client(account, http)));
  }

  TwilioAccount account(String name) {
    return accounts.of(name);
  }

  /// Empty when something is missing in the settings.
  Optional<TwilioRestClient> of(String name) {
    return Optional.ofNullable(clients.get(accounts.of(name)));
  }

  /// The setting that is missing; empty: none is.
  static Optional<String> missing(TwilioAccount account) {
    if (account.accountSid().isEmpty()) {
      return Optional.of("lantoa.sms.account-sid");
    }
    if (account.authToken().isEmpty()) {
      return Optional.of("lantoa.sms.auth-token");
    }
    return account.messagingServiceSid().isEmpty() && account.from().isEmpty()
        ? Optional.of("lantoa.sms.messaging-service-sid, lantoa.sms.from")
        : Optional.empty();
  }

  private static TwilioRestClient client(TwilioAccount account, ProviderHttp http) {
    return new TwilioRestClient.Builder(account.accountSid(), account.authToken().value())
        .httpClient(new TwilioHttp(http, account.base()))
        .build();
  }
}
