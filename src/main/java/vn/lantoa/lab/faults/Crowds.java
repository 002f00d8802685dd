package vn.lantoa.lab.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;

/// Makes up the recipients of the trials, each crowd under a unit of its own.
final class Crowds {

  private final ApplicationContext program;
  private final long department;
  private final AtomicInteger phones = new AtomicInteger();
  private final AtomicInteger crowds = new AtomicInteger();

  Crowds(ApplicationContext program) {
    this.program = program;
    department = unit(Kind.DEPARTMENT, null, "THU", "Sở Thử nghiệm");
  }

  /// Everybody's unit.
  long department() {
    return department;
  }

  /// People with a letter box and a telephone each, who agreed to messages.
  Crowd people(String trial, int number) {
    var label = label(trial);
    long unit = unit(Kind.SCHOOL, department, label, "Trường " + label);
    var mails = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (int i = 0; i < number; i++) {
      mails.add("%s.%06d@thu.example.vn".formatted(label, i));
      numbers.add("+8430%07d".formatted(phones.incrementAndGet()));
    }
    program
        .getBean(Recipients.class)
        .addAll(
            IntStream.range(0, number)
                .mapToObj(i -> person(unit, label + "-" + i, mails.get(i), numbers.get(i))),
            Actor.SYSTEM);
    return new Crowd(unit, Map.of(Channel.EMAIL, mails, Channel.SMS, numbers));
  }

  /// Units with a Facebook page each.
  Crowd pages(String trial, int number) {
    var label = label(trial);
    long parent = unit(Kind.SCHOOL, department, label, "Cụm " + label);
    var pages = new ArrayList<String>();
    for (int i = 0; i < number; i++) {
      var page = "%s-%04d".formatted(label, i);
      long school = unit(Kind.SCHOOL, parent, page, "Trường " + page);
      program.getBean(Outlets.class).put(school, Channel.FACEBOOK, page, "Trang " + page);
      pages.add(page);
    }
    return new Crowd(parent, Map.of(Channel.FACEBOOK, List.copyOf(pages)));
  }

  private String label(String trial) {
    return trial.toLowerCase(Locale.ROOT) + "-" + crowds.incrementAndGet();
  }

  private static NewRecipient person(long unit, String code, String mail, String number) {
    return new NewRecipient(
        unit,
        "Người nhận " + code,
        "phu-huynh",
        code,
        Map.of(Channel.EMAIL, mail, Channel.SMS, number),
        "thử nghiệm");
  }

  private long unit(
      Kind kind, @org.jspecify.annotations.Nullable Long parent, String code, String name) {
    return program
        .getBean(OrgUnits.class)
        .add(parent, kind, code, name, LocalDate.of(2025, 7, 1))
        .id();
  }
}
