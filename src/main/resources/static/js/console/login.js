// Passkeys: asks the browser for one, or to make one, and sends what it answers as the form it stands in. Where a browser cannot,
// or the page was opened by another name than passkeys are bound to, the sentence that says so stays.
(function () {
  "use strict";

  var can = window.isSecureContext && window.PublicKeyCredential && navigator.credentials;

  document.querySelectorAll("[data-passkeys]").forEach(function (place) {
    if (can && place.dataset.passkeys === location.hostname) {
      place.querySelector("[data-passkeys-cannot]").hidden = true;
      place.querySelector("[data-passkeys-can]").hidden = false;
    }
  });

  // Older browsers read and write no JSON themselves: bytes go as Base64 for addresses (WebAuthn, 5.1.9 and 5.1.10).
  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (one) { return one.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = Array.prototype.map.call(new Uint8Array(buffer), function (one) { return String.fromCharCode(one); });
    return btoa(plain.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }

  function read(options) {
    options.challenge = bytes(options.challenge);
    if (options.user) {
      options.user.id = bytes(options.user.id);
    }
    (options.excludeCredentials || options.allowCredentials || []).forEach(function (known) { known.id = bytes(known.id); });
    return options;
  }

  function written(credential) {
    var response = { clientDataJSON: text(credential.response.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (credential.response[part]) {
        response[part] = text(credential.response[part]);
      }
    });
    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: {}
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var failed = form.querySelector("[data-passkey-failed]");
    var button = form.querySelector("[type=submit]");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      failed.hidden = true;
      button.disabled = true;
      var options = { publicKey: read(JSON.parse(form.dataset.passkey)) };
      (options.publicKey.user ? navigator.credentials.create(options) : navigator.credentials.get(options))
        .then(function (credential) {
          form.elements.passkey.value = written(credential);
          form.submit();
        })
        .catch(function () {
          failed.hidden = false;
          button.disabled = false;
        });
    });
  });
})();
