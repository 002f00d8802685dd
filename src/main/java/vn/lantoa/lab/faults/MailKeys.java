package vn.lantoa.lab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Certificates of mail servers, made for one trial: one of the host that is asked, one of another.
/// Whoever takes the file for his trust store trusts both, so that only the name is wrong.
final class MailKeys {

  static final String RIGHT = "localhost";
  static final String STRANGER = "mail.example.vn";
  static final List<String> HOSTS = List.of(RIGHT, STRANGER);
  static final String PASSWORD = "only-for-trials";

  private MailKeys() {}

  static void make(Path file) {
    for (var host : HOSTS) {
      run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-keystore",
              file.toString(),
              "-storepass",
              PASSWORD,
              "-alias",
              host,
              "-keyalg",
              "EC",
              "-dname",
              "CN=" + host,
              "-ext",
              "san=dns:" + host,
              "-validity",
              "2"));
    }
  }

  /// What a server of that host shows.
  static SSLContext of(Path file, String host) throws IOException, GeneralSecurityException {
    var password = PASSWORD.toCharArray();
    var all = KeyStore.getInstance(file.toFile(), password);
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, password);
    var entry =
        Objects.requireNonNull(all.getEntry(host, new KeyStore.PasswordProtection(password)));
    own.setEntry(host, entry, new KeyStore.PasswordProtection(password));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void run(List<String> command) {
    try {
      if (new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          != 0) {
        throw new BenchFailure("no-keys", command.getFirst());
      }
    } catch (IOException e) {
      throw new BenchFailure("no-keys", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }
}
