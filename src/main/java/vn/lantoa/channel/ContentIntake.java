package vn.lantoa.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;
import vn.lantoa.content.ContentLibrary;

/// The end of route `content-intake`: takes a file of the library's folder in when it has changed
/// since it was last seen.
@Component("contentIntake")
public class ContentIntake {

  private static final Logger log = LoggerFactory.getLogger(ContentIntake.class);

  private final ContentLibrary library;
  private final JdbcClient jdbc;
  private final MessageSource messages;

  ContentIntake(ContentLibrary library, JdbcClient jdbc, MessageSource messages) {
    this.library = library;
    this.jdbc = jdbc;
    this.messages = messages;
  }

  /// @param file its name below the folder
  /// @param path where it lies
  public void take(
      byte[] bytes,
      @Header(Exchange.FILE_NAME) String file,
      @Header("CamelFileAbsolutePath") String path)
      throws IOException {
    var sha256 = sha256(bytes);
    if (isKnown(file, sha256)) {
      return;
    }
    if (isLink(Path.of(path), Path.of(file))) {
      say(Finding.error(file, 0, "content.link"));
      remember(file, sha256);
      return;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var taken = library.take(file, text, Actor.SYSTEM);
      taken.findings().forEach(this::say);
      if (taken.changed()) {
        taken.item().ifPresent(item -> log.info("content={} taken in from {}", item.id(), file));
      }
    } catch (CharacterCodingException _) {
      say(Finding.error(file, 0, "content.not-utf8"));
    }
    remember(file, sha256);
  }

  /// Whether the file, or a folder on the way from the library's own to it, lies elsewhere: a link
  /// could make anything on this machine a text that is published.
  private static boolean isLink(Path path, Path file) throws IOException {
    var folder = path;
    for (int i = 0; i < file.getNameCount(); i++) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return !path.toRealPath().equals(folder.toRealPath().resolve(file));
  }

  private void say(Finding finding) {
    var words =
        messages.getMessage(
            "finding." + finding.key(),
            finding.arguments().toArray(),
            finding.key(),
            Locale.of("vi"));
    if (finding.isError()) {
      log.error("{}:{}: {}", finding.file(), finding.line(), words);
    } else {
      log.warn("{}:{}: {}", finding.file(), finding.line(), words);
    }
  }

  private boolean isKnown(String file, String sha256) {
    return jdbc.sql(
            "select exists (select from content_file where file = :file and sha256 = :sha256)")
        .param("file", file)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  private void remember(String file, String sha256) {
    jdbc.sql(
            """
            insert into content_file (file, sha256) values (:file, :sha256)
            on conflict (file) do update set sha256 = excluded.sha256, seen_at = now()
            """)
        .param("file", file)
        .param("sha256", sha256)
        .update();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
