package vn.lantoa.site;

import com.rometools.rome.io.FeedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What is new in a column of the portal, in the two forms in which a unit's own web page can take
/// it in.
@RestController
class PortalFeeds {

  private static final String COLUMN = "/cong/{column}/";

  private final ColumnFeeds feeds;

  PortalFeeds(ColumnFeeds feeds) {
    this.feeds = feeds;
  }

  @GetMapping(path = COLUMN + AtomFeed.FILE, produces = AtomFeed.TYPE + ";charset=UTF-8")
  String atom(@PathVariable String column) throws FeedException {
    return AtomFeed.write(feeds.of(column));
  }

  @GetMapping(path = COLUMN + JsonFeed.FILE, produces = JsonFeed.TYPE)
  String json(@PathVariable String column) {
    return JsonFeed.write(feeds.of(column));
  }
}
