package vn.lantoa.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {

  @TempDir Path data;

  @Test
  void isMadeOnceAndKeptForTheOwnerOnly() throws IOException {
    var first = new InstallationSecret(data, "").sign("test", new byte[] {1});

    var again = new InstallationSecret(data, "").sign("test", new byte[] {1});

    assertThat(again).isEqualTo(first);
    assertThat(data.resolve("secret")).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret"))))
        .isEqualTo("rw-------");
  }

  @Test
  void signsDifferentlyForEachPurpose() {
    var secret = new InstallationSecret(data, "");

    assertThat(secret.sign("a", new byte[] {1})).isNotEqualTo(secret.sign("b", new byte[] {1}));
  }

  @Test
  void derivesTheSameKeyAgainAndAnotherForEachPurpose() {
    var secret = new InstallationSecret(data, "");

    assertThat(secret.key("a")).isEqualTo(new InstallationSecret(data, "").key("a"));
    assertThat(secret.key("a")).isNotEqualTo(secret.key("b"));
    assertThat(secret.key("a").getEncoded()).hasSize(32);
  }

  @Test
  void refusesAShortSecret() {
    assertThatThrownBy(() -> new InstallationSecret(data, "short"))
        .hasMessageContaining("lantoa.secret");
  }
}
