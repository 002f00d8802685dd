package vn.lantoa.walk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/// A device that keeps passkeys and knows its owner, as a browser's own tools pretend to have one.
final class VirtualAuthenticator {

  private VirtualAuthenticator() {}

  static void addTo(Page page) {
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var device = new JsonObject();
    device.add("options", options);
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    session.send("WebAuthn.addVirtualAuthenticator", device);
  }
}
