package vn.lantoa.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table people read says what the program does.
class PermissionTableTest {

  private static final Role[] COLUMNS = {
    Role.OFFICER, Role.APPROVER, Role.SCHOOL, Role.LEADER, Role.ADMIN, Role.OPERATOR
  };

  @Test
  void theTableInTheDocumentsIsTheOneInTheProgram() throws IOException {
    assertThat(COLUMNS).containsExactlyInAnyOrder(Role.values());

    var written =
        Files.readAllLines(Path.of("src/docs/security.md")).stream()
            .filter(line -> line.matches("\\| [A-Z_]+ \\| (MACHINE|LIBRARY|UNIT|OWN) \\|.*"))
            .toList();

    assertThat(written)
        .containsExactlyElementsOf(
            Arrays.stream(Permission.values()).map(PermissionTableTest::line).toList());
  }

  private static String line(Permission permission) {
    var ticks =
        Stream.of(COLUMNS)
            .map(role -> permission.roles().contains(role) ? "x" : "")
            .collect(Collectors.joining(" | "));
    return "| " + permission + " | " + permission.realm() + " | " + ticks + " |";
  }
}
