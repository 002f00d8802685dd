package vn.lantoa.console.frame;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// A stretch of a list too long for page numbers: from a row on, towards older ones.
///
/// @param newest address of the beginning; null: this is it
/// @param older address of the next stretch; null: this is the end
public record Older(@Nullable String newest, @Nullable String older) {

  /// @param fetched the stretch, newest first, with one row more than is shown if there is more
  public static <T> Older of(
      @Nullable Long before, List<T> fetched, ToLongFunction<T> id, UriComponentsBuilder list) {
    var newest = list.toUriString();
    return new Older(
        before == null ? null : newest,
        fetched.size() > Paging.SIZE
            ? list.queryParam("truoc", id.applyAsLong(Paging.shown(fetched).getLast()))
                .toUriString()
            : null);
  }

  public boolean isNeeded() {
    return newest != null || older != null;
  }
}
