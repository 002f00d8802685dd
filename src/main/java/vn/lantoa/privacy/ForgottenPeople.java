package vn.lantoa.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.secret.InstallationSecret;

/// Who had himself erased. Kept are keyed hashes of marks by which a list would bring him back;
/// without the key of the installation they tell nothing, not even to who tries all numbers.
@Repository
public class ForgottenPeople {

  private static final String PURPOSE = "forgotten";

  private final JdbcClient jdbc;
  private final InstallationSecret key;

  ForgottenPeople(JdbcClient jdbc, InstallationSecret key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  /// Remembers marks of a person and nothing else of him.
  @Transactional
  public void remember(long subjectId, Collection<String> marks) {
    jdbc.sql(
            """
            insert into forgotten (hash, subject_id) select hash, :subject from unnest(:hashes::bytea[]) as given (hash)
            on conflict do nothing
            """)
        .param("subject", subjectId)
        .param("hashes", marks.stream().map(this::hash).toArray(byte[][]::new))
        .update();
  }

  /// He came back and agreed anew.
  ///
  /// @return whether he was forgotten
  @Transactional
  public boolean lift(long subjectId) {
    return jdbc.sql("delete from forgotten where subject_id = :subject")
            .param("subject", subjectId)
            .update()
        > 0;
  }

  @Transactional(readOnly = true)
  public boolean isForgotten(long subjectId) {
    return jdbc.sql("select exists (select from forgotten where subject_id = :subject)")
        .param("subject", subjectId)
        .query(Boolean.class)
        .single();
  }

  /// Who was erased within the last hour.
  @Transactional(readOnly = true)
  List<Long> lately() {
    return jdbc.sql(
            "select distinct subject_id from forgotten where since > lantoa_now() - interval '1 hour'")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// All of them as they are now, for who asks for every row of a long list.
  @Transactional(readOnly = true)
  public Known known() {
    var hashes = new HashSet<ByteBuffer>();
    jdbc.sql("select hash from forgotten")
        .query(row -> {
          hashes.add(ByteBuffer.wrap(row.getBytes(1)));
        });
    return new Known(hashes);
  }

  private byte[] hash(String mark) {
    return key.sign(PURPOSE, mark.getBytes(StandardCharsets.UTF_8));
  }

  /// Those who were forgotten at one moment.
  public final class Known {

    private final Set<ByteBuffer> hashes;

    private Known(Set<ByteBuffer> hashes) {
      this.hashes = hashes;
    }

    /// Whether one of the marks is of somebody who had himself erased.
    public boolean any(Collection<String> marks) {
      return !hashes.isEmpty()
          && marks.stream().anyMatch(mark -> hashes.contains(ByteBuffer.wrap(hash(mark))));
    }
  }
}
