package vn.lantoa.console.content;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Label;
import vn.lantoa.common.Order;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.Cell;
import vn.lantoa.console.list.Choice;
import vn.lantoa.console.list.Column;
import vn.lantoa.console.list.Listing;
import vn.lantoa.console.list.Rows;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.security.Account;

/// The library as a list.
@Component
class ContentList {

  static final String PATH = "/noi-dung";
  private static final Order BY_TITLE = new Order("tieu-de", false);

  private final ItemReaders readers;
  private final Vocabulary vocabulary;

  ContentList(ItemReaders readers, Vocabulary vocabulary) {
    this.readers = readers;
    this.vocabulary = vocabulary;
  }

  Listing<ContentItem> of(Asked asked, Account account, Page page) {
    var columns = columns();
    var order = asked.order(columns, BY_TITLE);
    return Listing.of(
            page.t("content.title"),
            asked,
            order,
            columns,
            ContentItem::id,
            Rows.of(found(asked, account), order, orders(page)))
        .searchedBy(page.t("content.search"))
        .datedBy(page.t("content.valid-within"))
        .countedAs("content.count")
        .choosing(choices(asked, page))
        .choosable();
  }

  private List<ContentItem> found(Asked asked, Account account) {
    var wanted = Folded.of(asked.words());
    var topic = asked.text("chu-de");
    var audience = asked.text("doi-tuong");
    var status = asked.text("trang-thai");
    var days = asked.days();
    return readers.items(account).stream()
        .filter(item -> topic.isEmpty() || item.current().topic().equals(topic))
        .filter(item -> audience.isEmpty() || item.current().audiences().contains(audience))
        .filter(item -> status.isEmpty() || item.status().name().equals(status))
        .filter(item -> days.meets(item.current().validFrom(), item.current().validTo()))
        .filter(item ->
            Folded.of(item.title()).contains(wanted)
                || Folded.of(item.current().markdown()).contains(wanted))
        .toList();
  }

  private List<Column<ContentItem>> columns() {
    return List.of(
        Column.<ContentItem>of(
                "tieu-de",
                "content.item",
                (page, item) ->
                    Cell.of(new Cell.Title(item.title(), PATH + "/" + item.id()))
                        .noted(topic(page, item)),
                (_, item) -> item.title())
            .sorted(),
        Column.inFile("chu-de", "content.topic", this::topic),
        Column.text("doi-tuong", "content.audience", this::audiences),
        Column.inFile("ban", "content.channels", ContentList::sections),
        Column.<ContentItem>inFile(
            "tu", "content.valid-from", (_, item) -> item.current().validFrom()),
        Column.<ContentItem>of(
                "hieu-luc",
                "content.valid",
                ContentList::validTo,
                (_, item) -> item.current().validTo())
            .sorted(),
        Column.inFile("can-cu", "content.source", (_, item) -> item.current().source()),
        Column.inFile("nguoi-soan", "content.author", (_, item) -> item.current().author()),
        Column.<ContentItem>moment(
                "sua-luc", "content.changed-at", item -> item.current().createdAt())
            .sorted(),
        Column.<ContentItem>of(
                "tinh-trang",
                "content.status",
                (page, item) ->
                    Cell.of(new Cell.Badge(page.label(item.status()), page.tone(item.status()))),
                (page, item) -> page.label(item.status()))
            .sorted());
  }

  private static Map<String, Comparator<ContentItem>> orders(Page page) {
    var words = Collator.getInstance(Locale.of("vi"));
    return Map.of(
        "tieu-de", Comparator.comparing(ContentItem::title, words),
        "hieu-luc", Comparator.comparing(item -> item.current().validTo()),
        "sua-luc", Comparator.comparing(item -> item.current().createdAt()),
        "tinh-trang", Comparator.comparing(item -> page.label(item.status()), words));
  }

  private static Cell validTo(Page page, ContentItem item) {
    var last = item.current().validTo();
    var day = Cell.of(new Cell.Short(page.date(last)));
    return last.isBefore(page.today())
        ? day.and(new Cell.Badge(page.t("content.over"), "warn"))
        : day;
  }

  private String topic(Page page, ContentItem item) {
    return label(page, vocabulary.topics(), item.current().topic());
  }

  private String audiences(Page page, ContentItem item) {
    return item.current().audiences().stream()
        .map(key -> label(page, vocabulary.audiences(), key))
        .collect(Collectors.joining(", "));
  }

  private static String label(Page page, Map<String, Label> labels, String key) {
    var label = labels.get(key);
    return label == null ? key : page.label(label);
  }

  private static String sections(Page page, ContentItem item) {
    return item.current().renditions().keySet().stream()
        .map(section -> page.t("section-short." + section.name()))
        .collect(Collectors.joining(", "));
  }

  private List<Choice> choices(Asked asked, Page page) {
    var all = page.t("all");
    return List.of(
        new Choice(
            "chu-de",
            page.t("content.topic"),
            options(page, vocabulary.topics()),
            all,
            asked.text("chu-de")),
        new Choice(
            "doi-tuong",
            page.t("content.audience"),
            options(page, vocabulary.audiences()),
            all,
            asked.text("doi-tuong")),
        new Choice(
            "trang-thai",
            page.t("content.status"),
            Arrays.stream(ContentStatus.values())
                .filter(status -> status != ContentStatus.WITHDRAWN)
                .map(status -> new Choice.Option(status.name(), page.label(status)))
                .toList(),
            all,
            asked.text("trang-thai")));
  }

  private static List<Choice.Option> options(Page page, Map<String, Label> labels) {
    return labels.entrySet().stream()
        .map(entry -> new Choice.Option(entry.getKey(), page.label(entry.getValue())))
        .toList();
  }
}
