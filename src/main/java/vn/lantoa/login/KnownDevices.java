package vn.lantoa.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.secret.InstallationSecret;

/// Which accounts a browser has logged in to, by what it was given then: a name of its own, and a
/// signature for each account, separated by dots. It lets nobody in; it only says that this is not
/// where strangers guess ([LoginThrottle]). Nothing is stored.
@Component
public class KnownDevices {

  private static final String PURPOSE = "known-device";
  private static final int SIZE = 16; // bytes, of names and signatures

  /// A computer in an office is used by several people.
  private static final int ACCOUNTS = 6;

  private final InstallationSecret secret;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(InstallationSecret secret) {
    this.secret = secret;
  }

  /// What the browser is to be given after a login.
  ///
  /// @param device what it was given before; empty or not ours: nothing
  public String remember(String device, String username) {
    var parts = List.of(device.split("\\.", -1));
    var name = isOurs(parts.getFirst()) ? parts.getFirst() : newName();
    var signature = signature(name, username);
    return Stream.concat(
            Stream.of(name, signature),
            parts.stream()
                .skip(1)
                .filter(other -> isOurs(other) && !other.equals(signature))
                .limit(ACCOUNTS - 1L))
        .collect(Collectors.joining("."));
  }

  boolean knows(String device, String username) {
    var parts = device.split("\\.", ACCOUNTS + 1);
    var signature = signature(parts[0], username).getBytes(UTF_8);
    return Arrays.stream(parts)
        .skip(1)
        .anyMatch(one -> MessageDigest.isEqual(one.getBytes(UTF_8), signature));
  }

  /// What the device is called.
  static String id(String device) {
    return device.split("\\.", 2)[0];
  }

  private String signature(String name, String username) {
    var signed = secret.sign(PURPOSE, (name + "\n" + username).getBytes(UTF_8));
    return text(Arrays.copyOf(signed, SIZE));
  }

  private String newName() {
    var name = new byte[SIZE];
    random.nextBytes(name);
    return text(name);
  }

  /// As names and signatures look: 16 bytes.
  private static boolean isOurs(String text) {
    return text.matches("[A-Za-z0-9_-]{22}");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
