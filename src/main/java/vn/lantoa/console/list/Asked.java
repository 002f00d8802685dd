package vn.lantoa.console.list;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.lantoa.common.Day;
import vn.lantoa.common.DayRange;
import vn.lantoa.common.Order;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.FormFields;

/// What the address of a list asks for. Each list understands the same names: `q` words, `tu` and
/// `den` days, `xep` order, `trang` and `sau` where the page begins, `chon` the rows chosen, `tep`
/// a file instead of a page; and those of its own filters.
public record Asked(String path, MultiValueMap<String, String> fields) {

  private static final String TEXT = "q";
  private static final String FROM = "tu";
  private static final String TO = "den";
  private static final String ORDER = "xep";
  private static final String PAGE = "trang";
  private static final String AFTER = "sau";
  private static final String CHOSEN = "chon";
  private static final String FILE = "tep";

  /// What says where in the list one is, and nothing about the list.
  private static final Set<String> PLACE = Set.of(PAGE, AFTER, CHOSEN, FILE, "_csrf");

  public String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
  }

  public @Nullable Long number(String name) {
    return FormFields.numberIn(text(name));
  }

  /// The words looked for.
  public String words() {
    return text(TEXT);
  }

  /// @throws Refusal `list.date-wrong`, `list.dates-reversed`
  public DayRange days() {
    var days = new DayRange(day(FROM), day(TO));
    if (days.from() != null && days.to() != null && days.to().isBefore(days.from())) {
      throw new Refusal("list.dates-reversed", text(FROM), text(TO));
    }
    return days;
  }

  private @Nullable LocalDate day(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Day.parse(text);
    } catch (DateTimeParseException _) {
      throw new Refusal("list.date-wrong", text);
    }
  }

  /// By one of these columns, or as the list comes when nobody asks.
  public Order order(List<? extends Column<?>> columns, Order otherwise) {
    var asked = Order.of(text(ORDER), otherwise);
    return columns.stream().anyMatch(column -> column.sorts() && column.key().equals(asked.by()))
        ? asked
        : otherwise;
  }

  /// From 1.
  int page() {
    var number = number(PAGE);
    // Beyond this even an empty page would cost more than anybody looks through.
    return number == null ? 1 : (int) Math.clamp(number, 1, 1_000_000);
  }

  /// The row after which the page begins; null: the first.
  @Nullable Long after() {
    return number(AFTER);
  }

  /// The rows chosen; empty: none in particular.
  public Set<String> chosen() {
    return fields.getOrDefault(CHOSEN, List.of()).stream().collect(Collectors.toUnmodifiableSet());
  }

  String file() {
    return text(FILE);
  }

  String hrefOfPage(int number) {
    return with(PAGE, String.valueOf(number));
  }

  String hrefAfter(long id) {
    return with(AFTER, String.valueOf(id));
  }

  String hrefOrdered(Order order) {
    return with(ORDER, order.asked());
  }

  String hrefOfFile(String format) {
    return with(FILE, format);
  }

  /// The list as it is filtered and in order, from its beginning.
  public String href() {
    return address(null).build(true).toUriString();
  }

  private String with(String name, String value) {
    return address(name).queryParam(name, encoded(value)).build(true).toUriString();
  }

  private UriComponentsBuilder address(@Nullable String without) {
    var address = UriComponentsBuilder.fromPath(path);
    fields.forEach((name, values) -> {
      if (!PLACE.contains(name) && !name.equals(without)) {
        values.stream()
            .filter(value -> !value.isBlank())
            .forEach(value -> address.queryParam(encoded(name), encoded(value)));
      }
    });
    return address;
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
