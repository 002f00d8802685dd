package vn.lantoa.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Weighed;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.sheet.SheetFile;
import vn.lantoa.sheet.SheetFiles;
import vn.lantoa.sheet.SheetRow;

/// Recipients from files that are kept in the database.
@Service
class FileRosters implements Rosters {

  private final KeptFiles files;
  private final RememberedColumns remembered;
  private final PersonReaders readers;
  private final Recipients recipients;
  private final RosterSettings settings;

  FileRosters(
      KeptFiles files,
      RememberedColumns remembered,
      PersonReaders readers,
      Recipients recipients,
      RosterSettings settings) {
    this.files = files;
    this.remembered = remembered;
    this.readers = readers;
    this.recipients = recipients;
    this.settings = settings;
  }

  @Override
  @Transactional
  public long keep(long unitId, String fileName, InputStream file, Actor actor) throws IOException {
    long id = files.keep(unitId, fileName, file, actor);
    // Whatever cannot be read is not kept: the refusal takes it back.
    look(find(id).orElseThrow());
    return id;
  }

  @Override
  public Optional<KeptFile> find(long id) {
    return files.find(id);
  }

  @Override
  public Layout look(KeptFile file) {
    return opened(file, open -> layout(file, open));
  }

  private Layout layout(KeptFile file, SheetFile open) {
    return Layouts.of(open, file.choices(), remembered.of(file.unitId()));
  }

  @Override
  @Transactional
  public void choose(KeptFile file, Choices choices) {
    files.choose(file.id(), choices);
    var columns = choices.columns();
    if (columns != null) {
      remembered.remember(file.unitId(), look(find(file.id()).orElseThrow()).headings(), columns);
    }
  }

  @Override
  public Check check(KeptFile file, Scope scope) {
    return read(file, people -> recipients.weigh(people, scope));
  }

  @Override
  @Transactional
  public Check take(KeptFile file, Scope scope, Actor actor) {
    files.take(file.id());
    var check = read(file, people -> recipients.putAll(people, scope, actor));
    files.taken(file, check, actor);
    return check;
  }

  @Override
  public void refused(KeptFile file, RefusedRow each) {
    read(
        file,
        new Sink() {
          @Override
          public List<Weighed> people(List<NewRecipient> people) {
            return List.of();
          }

          @Override
          public void refused(SheetRow row, List<RowNote> why) {
            each.row(row, why);
          }
        });
  }

  @Override
  @Transactional
  public void drop(KeptFile file) {
    files.drop(file.id());
  }

  @Override
  public List<Past> past(long rootUnitId) {
    return files.past(rootUnitId);
  }

  private Check read(KeptFile file, Sink sink) {
    return opened(
        file,
        open -> {
          var layout = layout(file, open);
          if (!layout.questions().isEmpty()) {
            throw new Refusal("import.unclear");
          }
          return new Reading(layout, readers.of(file, layout), settings.mostRows(), sink).of(open);
        });
  }

  private <T> T opened(KeptFile file, Function<SheetFile, T> use) {
    var copy = files.copy(file.id());
    try (var open = SheetFiles.open(copy)) {
      return use.apply(open);
    } catch (UncheckedIOException e) {
      throw new Refusal("import.damaged");
    } finally {
      delete(copy);
    }
  }

  private static void delete(java.nio.file.Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
