package vn.lantoa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.postgresql.util.PasswordUtil;

/// Who may log in to a server of ours, and with which password. Three roles, so that a hole in one
/// statement of the program is not a hole in the machine:
///
/// - the superuser makes the others and nothing else; its password lies in the file `superuser` and
///   is read at the start only;
/// - the owner changes the schema; it gets another password at every start, written nowhere;
/// - the program reads and writes rows; its password lies in the file `password`.
///
/// Until 2026-11 the program's role owned everything and shared its password with the superuser.
/// Such a server is taken over here, step by step so that one who is killed meanwhile goes on at
/// the next start.
final class ServerRoles {

  static final String SUPERUSER = "postgres";
  static final String DATABASE = "lantoa";

  /// The name of its own database, too.
  private static final String PROGRAM = "lantoa";

  private static final String OWNER = "lantoa_owner";

  private static final String WRONG_PASSWORD = "28P01";

  private static final int PASSWORD_BYTES = 24;
  private static final int SALT_BYTES = 16;

  /// Of the hash by which a password is checked (RFC 5802). Many of them keep a word somebody made
  /// up from being guessed; ours are 192 random bits, which nobody guesses in one, and each new
  /// connection would pay for them again.
  private static final int ITERATIONS = 1;

  private final Path folder;
  private final Login program;
  private final Login owner;

  private ServerRoles(Path folder, Login program, Login owner) {
    this.folder = folder;
    this.program = program;
    this.owner = owner;
  }

  static ServerRoles in(Path folder) throws IOException {
    return new ServerRoles(
        folder,
        new Login(PROGRAM, DurableFile.readOrWrite(folder.resolve("password"), random())),
        new Login(OWNER, random()));
  }

  /// With which a new server is made.
  Path superuserFile() throws IOException {
    var file = folder.resolve("superuser");
    DurableFile.readOrWrite(file, random());
    return file;
  }

  Login program() {
    return program;
  }

  Login owner() {
    return owner;
  }

  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("password"));
    Files.deleteIfExists(folder.resolve("superuser"));
  }

  /// Makes the roles and the database where they are missing, and gives to the owner what the
  /// program's role still owns.
  void prepare(String server) throws SQLException, IOException {
    try (var connection = asSuperuser(server)) {
      setPassword(connection, SUPERUSER, superuser().password());
      for (var login : new Login[] {owner, program}) {
        if (!exists(
            connection, "select 1 from pg_roles where rolname = '%s'".formatted(login.user()))) {
          execute(connection, "create role " + login.user() + " login");
        }
        setPassword(connection, login.user(), login.password());
      }
      if (!exists(
          connection, "select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
        execute(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
      }
    }
    try (var connection = open(server + DATABASE, superuser())) {
      if (exists(
          connection,
          "select 1 from pg_database where datname = current_database() and pg_get_userbyid(datdba) = '%s'"
              .formatted(PROGRAM))) {
        // All of it or nothing: the database itself says whether it has been done.
        execute(connection, "reassign owned by %s to %s".formatted(PROGRAM, OWNER));
      }
    }
  }

  /// With the password of before, where it has not got its own yet.
  private Connection asSuperuser(String server) throws SQLException, IOException {
    var superuser = superuser();
    try {
      return open(server + SUPERUSER, superuser);
    } catch (SQLException e) {
      if (!WRONG_PASSWORD.equals(e.getSQLState())) {
        throw e;
      }
      var connection = open(server + SUPERUSER, new Login(SUPERUSER, program.password()));
      setPassword(connection, SUPERUSER, superuser.password());
      return connection;
    }
  }

  Login superuser() throws IOException {
    return new Login(SUPERUSER, Files.readString(superuserFile()).strip());
  }

  static Connection open(String url, Login login) throws SQLException {
    var properties = new Properties();
    properties.putAll(Map.of("user", login.user(), "password", login.password()));
    return DriverManager.getConnection(url, properties);
  }

  /// Sends what the password is checked by, never the password: no log of the server can hold it.
  private static void setPassword(Connection connection, String user, String password)
      throws SQLException {
    execute(
        connection,
        "alter role %s password '%s'"
            .formatted(
                user,
                PasswordUtil.encodeScramSha256(
                    password.toCharArray(), ITERATIONS, bytes(SALT_BYTES))));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeQuery(query).next();
    }
  }

  private static String random() {
    return HexFormat.of().formatHex(bytes(PASSWORD_BYTES));
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
