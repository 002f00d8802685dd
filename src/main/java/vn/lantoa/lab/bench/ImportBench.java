package vn.lantoa.lab.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.bench.ImportMeasurement.Taking;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.roster.KeptFile;
import vn.lantoa.roster.Rosters;
import vn.lantoa.security.Role;
import vn.lantoa.sheet.SheetWriter;

/// Two large files of recipients, a workbook and a text, on their way from the upload to the list.
final class ImportBench implements AutoCloseable {

  private final BenchServer server;
  private final Path data;
  private final OrgUnit department;
  private final Actor officer;
  private final Rosters rosters;

  private ImportBench(BenchServer server, Path data) {
    this.server = server;
    this.data = data;
    var office = BenchOffice.open(server);
    department = office.department();
    officer = office.account(BenchOffice.OFFICER, Role.OFFICER);
    rosters = server.get(Rosters.class);
  }

  static ImportBench start(Path data, Map<String, Object> settings) throws IOException {
    return new ImportBench(BenchServer.start(data, Channel.EMAIL, 1, settings), data);
  }

  ImportMeasurement measure(int rows) throws IOException, InterruptedException {
    // What a server has long loaded when somebody sends a file.
    take(csv(1_000, 0));
    take(xlsx(1_000, 1_000));
    return new ImportMeasurement(rows, take(xlsx(rows, 10_000)), take(csv(rows, 10_000 + rows)));
  }

  private Taking take(Path file) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var kept = keep(file);
    double keep = seconds(begun);
    begun = System.nanoTime();
    rosters.check(kept, Scope.NAMED_UNIT);
    double check = seconds(begun);
    begun = System.nanoTime();
    int added = rosters.take(kept, Scope.NAMED_UNIT, officer).added();
    double take = seconds(begun);
    try (var heap = HeapWatch.start()) {
      rosters.check(keep(file), Scope.NAMED_UNIT);
      return new Taking(Files.size(file), added, keep, check, take, heap.mostMb());
    }
  }

  private KeptFile keep(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var name = file.getFileName().toString();
      return rosters.find(rosters.keep(department.id(), name, in, officer)).orElseThrow();
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private Path xlsx(int rows, int from) throws IOException {
    var file = data.resolve("nguoi-nhan.xlsx");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(SheetWriter.xlsx(out, "Người nhận"), rows, from);
    }
    return file;
  }

  private Path csv(int rows, int from) throws IOException {
    var file = data.resolve("nguoi-nhan.csv");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(SheetWriter.csv(out, ';'), rows, from);
    }
    return file;
  }

  private static void write(SheetWriter sheet, int rows, int from) throws IOException {
    sheet.row(List.of("DANH SÁCH PHỤ HUYNH"));
    sheet.row(
        List.of("STT", "Họ và tên", "Nhóm đối tượng", "SĐT", "Email", "Đơn vị", "Mã", "Đồng ý"));
    for (int i = from; i < from + rows; i++) {
      sheet.row(
          List.of(
              String.valueOf(i),
              BenchNames.of(i),
              "Phụ huynh học sinh",
              "09%08d".formatted(i),
              "phu-huynh-%07d@mau.example.vn".formatted(i),
              "SO",
              "M" + i,
              "Phiếu đồng ý đầu năm học"));
    }
    sheet.finish();
  }

  @Override
  public void close() {
    server.close();
  }
}
