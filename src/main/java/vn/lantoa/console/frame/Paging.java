package vn.lantoa.console.frame;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/// A stretch of a long list. Lists are asked for one row more than they show: that row says whether
/// there is a next page, so that nothing has to be counted.
///
/// @param number from 1
/// @param more whether another page follows
/// @param url of this list, with its filters, without the page
public record Paging(int number, boolean more, String url) {

  public static final int SIZE = 50;

  /// How many rows to ask for.
  public static final int FETCH = SIZE + 1;

  public static int offset(int number) {
    return (Math.max(number, 1) - 1) * SIZE;
  }

  public static Paging of(int number, List<?> fetched, UriComponentsBuilder url) {
    return new Paging(
        Math.max(number, 1), fetched.size() > SIZE, url.replaceQueryParam("trang").toUriString());
  }

  /// The rows to show.
  public static <T> List<T> shown(List<T> fetched) {
    return fetched.size() > SIZE ? fetched.subList(0, SIZE) : fetched;
  }

  public String href(int page) {
    return url + (url.contains("?") ? "&" : "?") + "trang=" + page;
  }

  public boolean isNeeded() {
    return number > 1 || more;
  }
}
