package vn.lantoa.privacy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who else gets to see personal data, as this installation is set up. Pages and columns on social
/// networks get none: what is posted there is for everybody.
@Component
public class Processors {

  private final String twilio;
  private final String mailHost;

  Processors(
      @Value("${lantoa.sms.account-sid:}") String twilio,
      @Value("${lantoa.email.host:}") String mailHost) {
    this.twilio = twilio;
    this.mailHost = mailHost;
  }

  /// @param key `TWILIO`, `MAIL`
  /// @param name of the machine; empty: said by the key
  /// @param abroad whether the data leaves Việt Nam for certain
  public record Processor(String key, String name, boolean abroad) {}

  public List<Processor> all() {
    var all = new ArrayList<Processor>();
    if (!twilio.isBlank()) {
      all.add(new Processor("TWILIO", "", true));
    }
    if (!mailHost.isBlank()) {
      all.add(new Processor("MAIL", mailHost, false));
    }
    return List.copyOf(all);
  }
}
