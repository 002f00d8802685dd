package vn.lantoa.channel;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxSettings;

/// The stand-ins over HTTP and the client that asks them, for one test of a sender: register it as
/// an extension.
///
/// @param http waits for an answer as long as it takes
public record StandInProviders(
    SandboxFaults faults, SandboxInbox inbox, SandboxHttp standIns, ProviderHttp http)
    implements AfterEachCallback {

  public static StandInProviders open() {
    var faults = new SandboxFaults();
    var inbox = new SandboxInbox();
    return new StandInProviders(
        faults,
        inbox,
        new SandboxHttp(SandboxSettings.on(), faults, inbox, ChannelExamples.CLOCK),
        ChannelExamples.http());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    http.close();
    standIns.close();
  }
}
