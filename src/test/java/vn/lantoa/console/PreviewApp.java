package vn.lantoa.console;

import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.springframework.boot.SpringApplication;
import vn.lantoa.LantoaApplication;
import vn.lantoa.broadcast.*;
import vn.lantoa.common.*;
import vn.lantoa.content.*;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.*;
import vn.lantoa.security.*;

public class PreviewApp {
  public static void main(String[] args) throws Exception {
    var app = new SpringApplication(LantoaApplication.class);
    var p = new HashMap<String, Object>(TestDatabase.settings());
    p.put("spring.config.additional-location", "file:config/");
    p.put("server.port", "8199");
    p.put("lantoa.data", "/tmp/console-a/data");
    p.put("lantoa.sandbox.enabled", "true");
    app.setDefaultProperties(p);
    var c =
        app.run(
            args.length == 0
                ? new String[] {
                  "--server.port=8199",
                  "--lantoa.data=/tmp/console-a/data",
                  "--lantoa.sandbox.enabled=true",
                  "--spring.quartz.job-store-type=jdbc",
                  "--spring.quartz.jdbc.initialize-schema=never",
                  "--lantoa.db.url=" + p.get("lantoa.db.url"),
                  "--lantoa.db.user=" + p.get("lantoa.db.user"),
                  "--lantoa.db.password=" + p.get("lantoa.db.password")
                }
                : args);
    var units = c.getBean(OrgUnits.class);
    var so =
        units.add(
            null,
            OrgUnit.Kind.DEPARTMENT,
            "SGD",
            "Sở Giáo dục và Đào tạo",
            LocalDate.of(2025, 7, 1));
    var truong =
        units.add(
            so.id(), OrgUnit.Kind.SCHOOL, "T1", "Trường THCS Lê Quý Đôn", LocalDate.of(2025, 7, 1));
    var accounts = c.getBean(Accounts.class);
    var pw = "mat khau dai de nho 1";
    var lan =
        accounts.add(
            "lan",
            "Nguyễn Thị Lan",
            null,
            pw,
            false,
            List.of(new Account.Grant(Role.OFFICER, so.id())));
    accounts.add(
        "minh",
        "Trần Văn Minh",
        null,
        pw,
        false,
        List.of(new Account.Grant(Role.APPROVER, so.id()), new Account.Grant(Role.ADMIN, so.id())));
    accounts.add(
        "truong", "Cô Hạnh", null, pw, false, List.of(new Account.Grant(Role.SCHOOL, truong.id())));
    accounts.add(
        "moi", "Người mới", null, pw, true, List.of(new Account.Grant(Role.OFFICER, so.id())));
    var lib = c.getBean(ContentLibrary.class);
    var minh = accounts.byUsername("minh").get().actor();
    try (var files = Files.walk(Path.of("content"))) {
      for (var f : files.filter(x -> x.toString().endsWith(".md")).sorted().toList()) {
        var t = lib.take(f.getFileName().toString(), Files.readString(f), lan.actor());
        t.findings().forEach(x -> System.out.println(x));
      }
    }
    var items = lib.items();
    for (int i = 0; i < items.size(); i++) {
      if (i % 4 < 2) lib.approve(items.get(i).id(), items.get(i).current().hash(), minh);
      if (i % 4 == 2)
        lib.sendBack(
            items.get(i).id(),
            items.get(i).current().hash(),
            "Bỏ câu thứ hai, thêm số điện thoại hỗ trợ 1022.",
            minh);
    }
    var stations = c.getBean(Stations.class);
    var st =
        stations.put(
            truong.id(),
            Station.Kind.SCHOOL_RADIO,
            "Phát thanh măng non Lê Quý Đôn",
            null,
            180,
            List.of(
                new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 10),
                new Station.AirSlot(DayOfWeek.THURSDAY, LocalTime.of(7, 15), 10)));
    stations.put(
        so.id(),
        Station.Kind.WARD_LOUDSPEAKER,
        "Truyền thanh phường Hồng Bàng",
        null,
        200,
        List.of(new Station.AirSlot(DayOfWeek.TUESDAY, LocalTime.of(17, 0), 15)));
    var scripts = c.getBean(Scripts.class);
    long d = 900;
    for (var i : items) {
      var r = i.current().renditions().get(Section.RADIO);
      if (r != null && d < 903) {
        scripts.add(
            st.id(),
            LocalDate.now(Zones.VIETNAM),
            i.id(),
            i.current().hash(),
            i.title(),
            r.body(),
            d++);
      }
    }
    System.out.println("READY");
  }
}
