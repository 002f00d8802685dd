package vn.lantoa.console.content;

import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;

/// An item belongs to the unit that answers for it, or to the library all units share.
@Component
final class ItemOwner implements Owner {

  private final ContentLibrary library;

  ItemOwner(ContentLibrary library) {
    this.library = library;
  }

  @Override
  public Class<?> of() {
    return ContentItem.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return Collections.singletonList(library.get(id).unitId());
  }
}
