package vn.lantoa.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.AudienceExamples;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Label;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.privacy.PrivacyExamples;

/// An office that sends files.
final class RosterExamples {

  static final Scope SCOPE = Scope.NAMED_UNIT;

  final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  final OrgExamples org = OrgExamples.in(jdbc);
  final Recipients recipients = AudienceExamples.recipients(jdbc);
  final Rosters rosters = rosters(200_000, false);

  Rosters rosters(int mostRows, boolean abroad) {
    var settings = new RosterSettings(mostRows);
    var countries = abroad ? Set.of("VN", "US") : Set.of("VN");
    return new FileRosters(
        new KeptFiles(jdbc, new KeptParts(jdbc)),
        new RememberedColumns(jdbc),
        new PersonReaders(
            org.units(),
            new Vocabulary(Map.of(), labels()),
            new MobileNumbers(countries),
            PrivacyExamples.forgotten(jdbc)),
        recipients,
        settings);
  }

  PersonForm form() {
    return new PersonForm(
        new PersonReaders(
            org.units(),
            new Vocabulary(Map.of(), labels()),
            new MobileNumbers(Set.of("VN")),
            PrivacyExamples.forgotten(jdbc)));
  }

  private static Map<String, Label> labels() {
    var labels = new LinkedHashMap<String, Label>();
    labels.put("giao-vien", new Label("Giáo viên", "Teachers"));
    labels.put("phu-huynh", new Label("Phụ huynh học sinh", "Parents"));
    labels.put("hoc-sinh-thcs", new Label("Học sinh trung học cơ sở", "Lower secondary pupils"));
    labels.put(
        "hoc-sinh-thpt", new Label("Học sinh trung học phổ thông", "Upper secondary pupils"));
    return labels;
  }

  KeptFile keep(String text) {
    return keep("x.csv", text.getBytes(UTF_8));
  }

  KeptFile keep(String name, byte[] bytes) {
    try {
      return file(
          rosters.keep(
              org.commune().id(), name, new ByteArrayInputStream(bytes), new Actor(7L, "Cán bộ")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  KeptFile file(long id) {
    return rosters.find(id).orElseThrow();
  }

  KeptFile chosen(KeptFile file, Choices choices) {
    rosters.choose(file, choices);
    return file(file.id());
  }

  Check check(String text) {
    return rosters.check(keep(text), SCOPE);
  }

  Check take(String text) {
    return rosters.take(keep(text), SCOPE, Actor.SYSTEM);
  }

  Check take(KeptFile file) {
    return rosters.take(file, SCOPE, Actor.SYSTEM);
  }

  List<Recipient> people(String name) {
    return recipients.search(org.department().id(), name, 0, 50);
  }

  Recipient person(String name) {
    var found = people(name);
    if (found.size() != 1) {
      throw new AssertionError(name + ": " + found);
    }
    return found.getFirst();
  }

  /// The addresses of the one person of this name.
  List<String> addresses(String name) {
    return person(name).contactPoints().stream().map(Recipient.ContactPoint::address).toList();
  }

  List<List<String>> refused(KeptFile file) {
    var rows = new ArrayList<List<String>>();
    rosters.refused(
        file,
        (row, why) -> {
          var cells = new ArrayList<>(row.cells());
          cells.add(why.getFirst().key());
          rows.add(cells);
        });
    return rows;
  }
}
