package vn.lantoa.console.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Folded;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Page;
import vn.lantoa.security.Account;

/// A list as a file: everything the filter shows, or the rows chosen. Who took which list, and how
/// it was filtered, is written down before the first row leaves.
@Component
public final class ListFiles {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
  private static final int LONGEST_FILTER = 60;

  private final Audited audited;

  ListFiles(Audited audited) {
    this.audited = audited;
  }

  /// Answers with the file.
  ///
  /// @throws Refusal `list.none-chosen` when chosen rows are sent and there are none;
  ///   `list.file-unknown`
  public <T> void send(
      Listing<T> listing,
      Page page,
      Account account,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var format = format(listing.asked().file());
    if (request.getMethod().equals("POST") && listing.asked().chosen().isEmpty()) {
      throw new Refusal("list.none-chosen");
    }
    audited.act(
        account.actor(),
        "list.export",
        "list:" + listing.asked().path(),
        trace(listing, format),
        () -> {});
    response.setContentType(format.type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name(listing, page, format)).build().toString());
    var sheet = sheet(listing, page, format, response.getOutputStream());
    try (var rows = listing.filed()) {
      for (var row : (Iterable<T>) rows::iterator) {
        sheet.row(listing.values(page, row));
      }
    }
    sheet.finish();
  }

  private static <T> Sheet sheet(Listing<T> listing, Page page, Format format, OutputStream out)
      throws IOException {
    var headings = listing.filedColumns().stream().map(column -> page.t(column.heading())).toList();
    return switch (format) {
      case CSV -> new CsvSheet(out, headings);
      case XLSX -> new XlsxSheet(out, listing.title(), headings);
    };
  }

  /// `nguoi-nhan_xa-an-lao_20261127-2130.xlsx`
  private static String name(Listing<?> listing, Page page, Format format) {
    var filter = listing.filter().stream().map(Folded::id).collect(Collectors.joining("_"));
    return Stream.of(
                Folded.id(listing.title()),
                filter.substring(0, Math.min(filter.length(), LONGEST_FILTER)),
                MOMENT.format(page.now().atZone(Zones.VIETNAM)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("_"))
        + "."
        + format.name().toLowerCase(java.util.Locale.ROOT);
  }

  /// What the trail keeps of it. Words somebody looked for are mostly a name or an address, and the
  /// trail outlives the person.
  private static String trace(Listing<?> listing, Format format) {
    var chosen = listing.asked().chosen().size();
    var words = listing.asked().words();
    return Stream.concat(
            Stream.of(format.name(), chosen == 0 ? "" : "× " + chosen),
            listing.filter().stream().map(part -> part.equals(words) ? "•••" : part))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static Format format(String asked) {
    return List.of(Format.values()).stream()
        .filter(format -> format.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(() -> new Refusal("list.file-unknown"));
  }

  private enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    Format(String type) {
      this.type = type;
    }
  }
}
