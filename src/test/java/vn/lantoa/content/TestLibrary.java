package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;

/// A library of its own for one test: it holds one text that waits for approval, and has three
/// people who may write and approve.
final class TestLibrary {

  static final String ID = "vneid-dang-nhap";
  static final String FILE = ID + ".md";
  static final String FIRST = ContentExamples.markdown();
  static final String SECOND = FIRST.replace("Chọn VNeID", "Chọn tài khoản VNeID");

  private final DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final List<Object> events = new ArrayList<>();
  private final JdbcContentLibrary library =
      new JdbcContentLibrary(
          jdbc,
          new TransactionTemplate(new JdbcTransactionManager(database)),
          this::publish,
          ContentExamples.lint(() -> now()),
          () -> now());
  private final Actor author = account("lan", "Nguyễn Thị Lan");
  private final Actor approver = account("binh", "Trần Văn Bình");
  private final Actor other = account("chi", "Lê Thị Chi");

  Instant now = ContentExamples.NOW;

  TestLibrary() {
    assertThat(library.take(FILE, FIRST, author).changed()).isTrue();
    events.clear();
  }

  JdbcContentLibrary library() {
    return library;
  }

  SavedDrafts drafts() {
    return new JdbcSavedDrafts(jdbc, () -> now);
  }

  /// Of the text as it stands.
  String hash() {
    return library.get(ID).latest().hash();
  }

  /// What was said to the rest of the program since.
  List<Object> events() {
    return events;
  }

  Actor author() {
    return author;
  }

  Actor approver() {
    return approver;
  }

  Actor other() {
    return other;
  }

  static void refuses(String key, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  static void atOnce(Runnable... acts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var act : acts) {
        running.add(threads.submit(act));
      }
      for (var one : running) {
        one.get();
      }
    }
  }

  private Instant now() {
    return now;
  }

  private void publish(Object event) {
    assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
    events.add(event);
  }

  private Actor account(String username, String name) {
    long id =
        jdbc.sql(
                """
                insert into account (username, name, password_hash)
                values (:username, :name, '')
                returning id
                """)
            .param("username", username)
            .param("name", name)
            .query(Long.class)
            .single();
    return new Actor(id, name);
  }
}
