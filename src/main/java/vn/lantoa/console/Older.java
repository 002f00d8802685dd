package vn.lantoa.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.delivery.Delivery;

/// A stretch of the ledger, which is too long for page numbers: from a row on, towards older ones.
///
/// @param newest address of the beginning; null: this is it
/// @param older address of the next stretch; null: this is the end
public record Older(@Nullable String newest, @Nullable String older) {

  static Older of(@Nullable Long before, List<Delivery> fetched, UriComponentsBuilder list) {
    var newest = list.toUriString();
    return new Older(
        before == null ? null : newest,
        fetched.size() > Paging.SIZE
            ? list.queryParam("truoc", Paging.shown(fetched).getLast().id()).toUriString()
            : null);
  }

  public boolean isNeeded() {
    return newest != null || older != null;
  }
}
