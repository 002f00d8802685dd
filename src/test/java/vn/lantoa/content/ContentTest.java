package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Finding;

/// The content library of the project itself.
class ContentTest {

  @Test
  void everyFileCanBeTakenIn() throws IOException {
    // On the day the library was written: texts that have run out since are no fault of the build.
    var lint = ContentExamples.lint(() -> ContentExamples.NOW);
    var errors = new ArrayList<Finding>();

    for (var file : files()) {
      var name = file.toString();
      lint.check(ContentFile.parse(name, Files.readString(file))).stream()
          .filter(Finding::isError)
          .forEach(errors::add);
    }

    assertThat(errors).isEmpty();
  }

  @Test
  void everyItemIsThereOnceAndThereAreEnough() throws IOException {
    var ids = files().stream().map(file -> file.getFileName().toString()).toList();

    assertThat(ids).hasSizeGreaterThanOrEqualTo(14).doesNotHaveDuplicates();
  }

  @Test
  void noSmsCostsMoreThanTwoPartsNorTeachesToTapLinks() throws IOException {
    var lint = ContentExamples.lint(() -> ContentExamples.NOW);
    for (var file : files()) {
      var content = ContentFile.parse(file.toString(), Files.readString(file));

      assertThat(lint.check(content)).extracting(Finding::key).doesNotContain("content.sms-long");
      assertThat(content.parts().get(Section.SMS).body()).doesNotContain("{{link}}", "http");
    }
  }

  private static List<Path> files() throws IOException {
    try (var tree = Files.walk(Path.of("content"))) {
      return tree.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
