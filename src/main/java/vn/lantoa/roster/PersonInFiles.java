package vn.lantoa.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Refusal;
import vn.lantoa.privacy.DataSubject;
import vn.lantoa.privacy.Holding;
import vn.lantoa.privacy.Patterns;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.sheet.SheetFiles;

/// A person in lists that were uploaded: while somebody works on them they are kept as they came,
/// those who were refused among them. A list of his unit, or of one below it, that holds an address
/// of his alone is thrown away whole; it can be sent again without him. What others hold is theirs:
/// anybody can be put on a list under any name and number. It ends by itself
/// (`config/retention.yaml`), and his unit's row in it does not bring him back.
@Repository
@Order(2)
class PersonInFiles implements PersonalData {

  private final JdbcClient jdbc;
  private final KeptFiles files;

  PersonInFiles(JdbcClient jdbc, KeptFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  private static final String NAMES =
      """
      select file_name
        from recipient_file
       where id = any(:ids::bigint[])
       order by id
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Holding> of(DataSubject subject) {
    RowMapper<List<@Nullable Object>> cells = (row, _) -> List.of(row.getString(1));
    var rows =
        jdbc.sql(NAMES).param("ids", naming(subject).toArray(Long[]::new)).query(cells).list();
    return List.of(new Holding("files", List.of("file"), rows));
  }

  @Override
  @Transactional
  public void erase(DataSubject subject) {
    naming(subject).forEach(files::drop);
    var patterns = Patterns.of(subject).toArray(String[]::new);
    jdbc.sql(
            """
            update recipient_import set file_name = without_person(file_name, :patterns::text[])
            where file_name ~* any(:patterns::text[]) and unit_id in (select unit_and_below(:unit))
            """)
        .param("patterns", patterns)
        .param("unit", subject.unitId())
        .update();
    jdbc.sql(
            """
            update recipient_file set file_name = without_person(file_name, :patterns::text[])
            where file_name ~* any(:patterns::text[]) and unit_id in (select unit_and_below(:unit))
            """)
        .param("patterns", patterns)
        .param("unit", subject.unitId())
        .update();
  }

  /// A name alone is not he: others bear it, too.
  private List<Long> naming(DataSubject subject) {
    var patterns =
        Patterns.addresses(subject.own()).stream()
            .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
    return files.within(subject.unitId()).stream().filter(id -> names(id, patterns)).toList();
  }

  /// What cannot be read might name him.
  private boolean names(long id, List<Pattern> patterns) {
    var copy = files.copy(id);
    var found = new AtomicBoolean();
    try (var open = SheetFiles.open(copy)) {
      for (int sheet = 0; sheet < open.sheets().size() && !found.get(); sheet++) {
        open.read(
            sheet,
            row -> {
              found.set(says(String.join(" ", row.cells()), patterns));
              return !found.get();
            });
      }
      return found.get();
    } catch (Refusal | UncheckedIOException _) {
      return true;
    } finally {
      delete(copy);
    }
  }

  private static boolean says(String row, List<Pattern> patterns) {
    var folded = Folded.of(row);
    return patterns.stream()
        .anyMatch(pattern -> pattern.matcher(row).find() || pattern.matcher(folded).find());
  }

  private static void delete(java.nio.file.Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
